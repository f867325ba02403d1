import { createRoute, z } from "@hono/zod-openapi";
import { ListEvents, listEvents } from "#directory/operator/list-events.ts";
import { createApi } from "#http/hono.ts";
import { operated } from "#http/operated.ts";
import { OrgId } from "#ids.ts";
import { replay } from "#operator/replay.ts";
import { json, refusals } from "../schemas.ts";
import { NextCursor, OPERATOR } from "./schemas.ts";

const Event = z
  .object({
    id: z.string(),
    type: z.string(),
    state: z.enum(["processing", "completed", "failed", "ignored"]),
    organization: OrgId.nullable(),
    customerId: z.string().nullable(),
    objectId: z.string().nullable(),
    attempts: z.number(),
    error: z.string().nullable(),
    createdAt: z.number().describe("At Stripe"),
    receivedAt: z.number(),
    completedAt: z.number().nullable(),
  })
  .openapi("StripeEvent");

const list = createRoute({
  method: "get",
  path: `${OPERATOR}/events`,
  summary: "List what Stripe has told, the latest first, and what came of it",
  ...operated("listStripeEvents"),
  request: { query: ListEvents },
  responses: {
    200: json("A page", z.object({ events: z.array(Event), nextCursor: NextCursor })),
    ...refusals,
  },
});

const again = createRoute({
  method: "post",
  path: `${OPERATOR}/events/{event}/replay`,
  summary: "Process an event again: the customer is read anew from Stripe",
  ...operated("replayStripeEvent"),
  request: { params: z.object({ event: z.string().max(255) }) },
  responses: {
    200: json(
      "`held`: somebody else processes it now",
      z.object({ outcome: z.enum(["completed", "ignored", "held"]) }),
    ),
    ...refusals,
  },
});

export const operatorEvents = createApi()
  .openapi(list, async (c) => {
    const found = await listEvents(c.env.DB, c.req.valid("query"));
    return c.json({ events: z.array(Event).parse(found.events), nextCursor: found.nextCursor }, 200);
  })
  .openapi(again, async (c) => {
    const { now } = c.get("operator");
    return c.json(await replay({ env: c.env, now }, c.req.valid("param").event), 200);
  });
