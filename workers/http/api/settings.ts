import { createRoute, z } from "@hono/zod-openapi";
import { changeSettings } from "#lifecycle/change-settings.ts";
import { IpAllowList } from "#organization/keys/ip-allow-list.ts";
import { createApi } from "../hono.ts";
import { permitted } from "../permitted.ts";
import { toContext } from "../to-context.ts";
import { json, OneOrganization, refusals, toBody } from "./schemas.ts";

const SETTINGS = "/api/v1/organizations/{organization}/settings";

const Settings = z
  .strictObject({
    requireTwoFactor: z.boolean().describe("Only people with a second factor get in"),
    ipAllowList: IpAllowList.nullable().describe(
      "CIDR ranges, IPv4 or IPv6, that people and keys may come from; null: anywhere",
    ),
    keyCreation: z
      .enum(["administrators", "members"])
      .describe("Who may make keys: owners and admins, or members too"),
  })
  .openapi("Settings");

const get = createRoute({
  method: "get",
  path: SETTINGS,
  operationId: "getSettings",
  summary: "Read what the organization asks of people and keys",
  ...permitted({ organization: ["read"] }),
  request: { params: OneOrganization },
  responses: { 200: json("The settings", Settings), ...refusals },
});

const Change = Settings.partial().refine(
  (change) => Object.keys(change).length > 0,
  "There is nothing to change.",
);

const update = createRoute({
  method: "patch",
  path: SETTINGS,
  operationId: "updateSettings",
  summary: "Change what the organization asks of people and keys; refused where it would lock you out",
  ...permitted({ organization: ["update"] }),
  request: { params: OneOrganization, body: toBody(Change) },
  responses: { 200: json("The settings as they are now", Settings), ...refusals },
});

export const settings = createApi()
  .openapi(get, (c) => c.json(toSettings(c.get("member").membership), 200))
  .openapi(update, async (c) => {
    const { membership } = c.get("member");
    const change = c.req.valid("json");
    await changeSettings(toContext(c), c.get("member"), change);
    return c.json(toSettings({ ...membership, ...change }), 200);
  });

function toSettings({ requireTwoFactor, ipAllowList, keyCreation }: z.infer<typeof Settings>) {
  return { requireTwoFactor, ipAllowList, keyCreation };
}
