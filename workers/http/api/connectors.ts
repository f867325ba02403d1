import { createRoute, z } from "@hono/zod-openapi";
import { describeConnector } from "#connectors/describe-connector.ts";
import { listConnectors } from "#connectors/get-connector.ts";
import { Toolset } from "#connectors/toolsets.ts";
import { createApi } from "../hono.ts";
import { signedIn } from "../permitted.ts";
import { json, refusals } from "./schemas.ts";

const Connector = z
  .object({
    name: z.string(),
    title: z.string(),
    summary: z.string(),
    docsUrl: z.url().nullable().describe("Where the upstream itself says how to get the credential"),
    steps: z.array(z.string()).describe("Where to find the credential"),
    fields: z
      .array(
        z.object({
          name: z.string(),
          label: z.string(),
          hint: z.string().nullable(),
          isSecret: z.boolean().describe("Never shown again once it is sent"),
        }),
      )
      .describe("The form of the credential"),
    toolsets: z.array(
      z.object({
        name: Toolset,
        title: z.string(),
        summary: z.string(),
        reads: z.number().describe("How many tools read"),
        writes: z.number().describe("How many tools change something"),
      }),
    ),
  })
  .openapi("Connector");

const list = createRoute({
  method: "get",
  path: "/api/v1/connectors",
  operationId: "listConnectors",
  summary: "See what can be connected, where to find its credential and what its tools do",
  ...signedIn(),
  responses: { 200: json("The connectors", z.object({ connectors: z.array(Connector) })), ...refusals },
});

export const connectors = createApi().openapi(list, (c) =>
  c.json({ connectors: listConnectors().map(describeConnector) }, 200),
);
