import { createRoute, z } from "@hono/zod-openapi";
import { getConfig } from "#env.ts";
import { keyPlaceholder } from "#organization/clients/catalogue/client-entry.ts";
import { ClientName } from "#organization/clients/client-catalogue.ts";
import { listClientSetups, toMcpAddress, WayIn } from "#organization/clients/client-setup.ts";
import { createApi } from "../hono.ts";
import { permitted } from "../permitted.ts";
import { json, OneOrganization, refusals } from "./schemas.ts";

export const ClientSetup = z.object({
  file: z.string().describe("Where the text goes: a file, or a place in the client's settings"),
  language: z.enum(["json", "toml", "shell", "text"]),
  text: z.string(),
  steps: z.array(z.string()),
  link: z
    .object({ label: z.string(), url: z.string() })
    .nullable()
    .describe("Opens the client with the server filled in, never with a key"),
  note: z.string().nullable(),
});

export const Placeholder = z.string().describe("What stands in the text where the key goes");

const list = createRoute({
  method: "get",
  path: "/api/v1/organizations/{organization}/client-setups",
  operationId: "listClientSetups",
  summary:
    "See how each client is connected, by signing in or with a key: the text to paste, the steps, and a link where there is one",
  ...permitted({ key: ["read"] }),
  request: {
    params: OneOrganization,
    query: z.object({ name: z.string().max(100).default("").describe("What the server is called there") }),
  },
  responses: {
    200: json(
      "The clients",
      z
        .object({
          mcp: z.string().describe("The address of the MCP endpoint"),
          placeholder: Placeholder,
          quirks: z.string().describe("The page on what is odd about each client"),
          clients: z.array(
            z.object({
              client: ClientName,
              title: z.string(),
              recommended: WayIn.describe(
                "By OAuth wherever the client can, so that there is no key to look after",
              ),
              ways: z.array(ClientSetup.extend({ way: WayIn })).describe("The recommended one first"),
            }),
          ),
        })
        .openapi("ClientSetups"),
    ),
    ...refusals,
  },
});

export const clientSetups = createApi().openapi(list, (c) => {
  const { apiUrl } = getConfig(c.env);
  const { name } = c.req.valid("query");
  const clients = listClientSetups({ name, apiUrl });
  const quirks = `${apiUrl}/docs/clients`;
  return c.json({ mcp: toMcpAddress(apiUrl), placeholder: keyPlaceholder, quirks, clients }, 200);
});
