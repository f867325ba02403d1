import { createRoute, z } from "@hono/zod-openapi";
import { listFailingWebhooks } from "#directory/operator/list-failing-webhooks.ts";
import { createApi } from "#http/hono.ts";
import { operated } from "#http/operated.ts";
import { OrgId } from "#ids.ts";
import { json, refusals } from "../schemas.ts";
import { OPERATOR } from "./schemas.ts";

const FailingWebhook = z
  .object({
    organization: OrgId,
    organizationName: z.string(),
    id: z.string(),
    host: z.string().describe("Of its address the host only"),
    failingSince: z.number().nullable(),
    disabledAt: z.number().nullable(),
    rolledUpAt: z.number().nullable(),
  })
  .openapi("FailingWebhook");

const list = createRoute({
  method: "get",
  path: `${OPERATOR}/webhooks`,
  summary: "List organizations' own webhooks that failed when they were rolled up last",
  ...operated("listFailingWebhooks"),
  responses: {
    200: json("At most 200 organizations'", z.object({ webhooks: z.array(FailingWebhook) })),
    ...refusals,
  },
});

export const operatorWebhooks = createApi().openapi(list, async (c) => {
  const webhooks = await listFailingWebhooks(c.env.DB);
  return c.json({ webhooks: z.array(FailingWebhook).parse(webhooks) }, 200);
});
