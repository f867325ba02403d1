import { createRoute, z } from "@hono/zod-openapi";
import { DeliveryId, WebhookId } from "#ids.ts";
import { CreateOutgoingWebhook } from "#organization/outgoing/create-outgoing-webhook.ts";
import { eventTypes } from "#organization/outgoing/event-types.ts";
import { UpdateOutgoingWebhook } from "#organization/outgoing/update-outgoing-webhook.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { createApi } from "../hono.ts";
import { permitted } from "../permitted.ts";
import { json, OneOrganization, refusals, toBody } from "./schemas.ts";

const WEBHOOKS = "/api/v1/organizations/{organization}/webhooks";
const ONE = `${WEBHOOKS}/{webhook}`;
const OneWebhook = OneOrganization.extend({ webhook: WebhookId });
const changing = permitted({ organization: ["update"] });

const Webhook = z
  .object({
    id: WebhookId,
    url: z.string(),
    events: z.array(z.string()).describe(`Empty: all. Otherwise some of ${eventTypes.join(", ")}`),
    enabled: z.boolean(),
    pausedByPlan: z
      .boolean()
      .describe(
        "The plan allows fewer: nothing is sent to it until a larger plan, or until an older one is deleted",
      ),
    createdAt: z.number(),
    formerSecretUntil: z.number().nullable().describe("Until then the secret before signs too"),
    failingSince: z.number().nullable(),
    disabledAt: z.number().nullable().describe("When failures switched it off"),
  })
  .openapi("OutgoingWebhook");
const NewWebhook = Webhook.extend({ secret: z.string() }).openapi("NewOutgoingWebhook");

const Delivery = z
  .object({
    id: DeliveryId,
    event: z.string().describe("What the receiver gets as webhook-id"),
    type: z.string(),
    state: z.enum(["pending", "delivered", "failed"]),
    attempts: z.number(),
    createdAt: z.number(),
    attemptedAt: z.number().nullable(),
    nextAttemptAt: z.number().nullable(),
    status: z.number().nullable(),
    error: z.string().nullable(),
    durationMs: z.number().nullable(),
  })
  .openapi("Delivery");

const list = createRoute({
  method: "get",
  path: WEBHOOKS,
  operationId: "listOutgoingWebhooks",
  summary: "List the addresses that hear of the organization's events",
  ...changing,
  request: { params: OneOrganization },
  responses: {
    200: json("The oldest first", z.object({ webhooks: z.array(Webhook), types: z.array(z.string()) })),
    ...refusals,
  },
});

const create = createRoute({
  method: "post",
  path: WEBHOOKS,
  operationId: "createOutgoingWebhook",
  summary: "Add an address; the secret is in this answer and in no other",
  ...changing,
  request: { params: OneOrganization, body: toBody(CreateOutgoingWebhook) },
  responses: { 201: json("The new webhook", NewWebhook), ...refusals },
});

const update = createRoute({
  method: "patch",
  path: ONE,
  operationId: "updateOutgoingWebhook",
  summary: "Change address or events, switch it off or on again",
  ...changing,
  request: { params: OneWebhook, body: toBody(UpdateOutgoingWebhook) },
  responses: { 200: json("As it is now", Webhook), ...refusals },
});

const remove = createRoute({
  method: "delete",
  path: ONE,
  operationId: "deleteOutgoingWebhook",
  summary: "Delete an address and its deliveries",
  ...changing,
  request: { params: OneWebhook },
  responses: { 204: { description: "It is gone" }, ...refusals },
});

const rotate = createRoute({
  method: "post",
  path: `${ONE}/secret`,
  operationId: "rotateOutgoingSecret",
  summary: "Make a new secret; for 24 hours both sign",
  ...changing,
  request: { params: OneWebhook },
  responses: { 201: json("With the new secret", NewWebhook), ...refusals },
});

const test = createRoute({
  method: "post",
  path: `${ONE}/test`,
  operationId: "testOutgoingWebhook",
  summary: "Send an event of type webhook.test now",
  ...changing,
  request: { params: OneWebhook },
  responses: { 200: json("What became of it", Delivery), ...refusals },
});

const deliveries = createRoute({
  method: "get",
  path: `${ONE}/deliveries`,
  operationId: "listDeliveries",
  summary: "List the latest hundred deliveries",
  ...changing,
  request: { params: OneWebhook },
  responses: { 200: json("The newest first", z.object({ deliveries: z.array(Delivery) })), ...refusals },
});

const again = createRoute({
  method: "post",
  path: `${ONE}/deliveries/{delivery}/redeliver`,
  operationId: "redeliver",
  summary: "Send a delivery's event once more",
  ...changing,
  request: { params: OneWebhook.extend({ delivery: DeliveryId }) },
  responses: { 200: json("What became of it", Delivery), ...refusals },
});

export const webhooks = createApi()
  .openapi(list, async (c) => {
    const { organization } = c.get("member");
    const webhooks = throwReceipt(await organization.listOutgoingWebhooks());
    return c.json({ webhooks, types: [...eventTypes] }, 200);
  })
  .openapi(create, async (c) => {
    const { by, organization } = c.get("member");
    return c.json(throwReceipt(await organization.createOutgoingWebhook(by, c.req.valid("json"))), 201);
  })
  .openapi(update, async (c) => {
    const { by, organization } = c.get("member");
    const { webhook } = c.req.valid("param");
    const changed = await organization.updateOutgoingWebhook(by, webhook, c.req.valid("json"));
    return c.json(throwReceipt(changed), 200);
  })
  .openapi(remove, async (c) => {
    const { by, organization } = c.get("member");
    throwReceipt(await organization.deleteOutgoingWebhook(by, c.req.valid("param").webhook));
    return c.body(null, 204);
  })
  .openapi(rotate, async (c) => {
    const { by, organization } = c.get("member");
    return c.json(
      throwReceipt(await organization.rotateOutgoingSecret(by, c.req.valid("param").webhook)),
      201,
    );
  })
  .openapi(test, async (c) => {
    const { by, organization } = c.get("member");
    return c.json(
      throwReceipt(await organization.testOutgoingWebhook(by, c.req.valid("param").webhook)),
      200,
    );
  })
  .openapi(deliveries, async (c) => {
    const { organization } = c.get("member");
    const rows = throwReceipt(await organization.listDeliveries(c.req.valid("param").webhook));
    return c.json({ deliveries: rows }, 200);
  })
  .openapi(again, async (c) => {
    const { by, organization } = c.get("member");
    const { delivery, webhook } = c.req.valid("param");
    return c.json(throwReceipt(await organization.redeliver(by, webhook, delivery)), 200);
  });
