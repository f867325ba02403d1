import { z } from "zod";
import { BadRequest, badRequest, jsonApp } from "#sandbox/json-app.ts";
import { parseOr } from "#sandbox/parse.ts";
import { StripeError } from "#sandbox/stripe/core/errors.ts";
import { redeliver } from "#sandbox/stripe/events/redeliver.ts";
import { addWebhookEndpoint } from "#sandbox/stripe/events/webhook-endpoints/add-webhook-endpoint.ts";
import { readAccount, readBody } from "./stripe-request.ts";

const byItself = { id: null, idempotency_key: null };

const NewEvent = z.strictObject({
  type: z.string().min(1),
  object: z.looseObject({}),
  previous_attributes: z.looseObject({}).optional(),
});

const Redelivery = z.strictObject({ endpoint: z.string().optional() });

const NewEndpoint = z.strictObject({
  url: z.string(),
  enabled_events: z.array(z.string()).min(1).default(["*"]),
  api_version: z.string().optional(),
  secret: z.string().startsWith("whsec_").optional(),
});

/** The Stripe stand-in's events and their deliveries. */
export const stripeEvents = jsonApp();

stripeEvents.get("/events", (c) => c.json({ events: readAccount(c).db.events.all() }));

/** Tells of whatever one likes: an unknown type, an object that does not exist. */
stripeEvents.post("/events", async (c) => {
  const { account, body } = await readBody(c);
  const { type, object, previous_attributes } = parseOr(NewEvent, body, badRequest);
  const now = c.env.world.clock.now();
  account.act(now, byItself, (ctx) =>
    ctx.happenings.push({ type, object, previous_attributes, created: ctx.now() }),
  );
  return c.json(account.db.events.all().at(-1), 201);
});

stripeEvents.post("/events/:event/redeliver", async (c) => {
  const { account, body } = await readBody(c);
  const { endpoint } = parseOr(Redelivery, body, badRequest);
  const event = account.db.events.find(c.req.param("event"));
  if (!event) throw new BadRequest(`There is no event ${c.req.param("event")}`);
  const { db } = account;
  const targets = db.webhookEndpoints.where(({ id, status }) =>
    endpoint ? id === endpoint : status === "enabled",
  );
  const now = c.env.world.clock.now();
  for (const { id } of targets) redeliver(db, { event: event.id, endpoint: id, now });
  db.commit();
  await c.env.deliverStripe(db.account);
  return c.json({ deliveries: targets.length });
});

/** What waits, and the latest requests that were made, of one event or of all. */
stripeEvents.get("/webhooks", (c) => {
  const { db } = readAccount(c);
  const wanted = c.req.query("event");
  const isWanted = ({ event }: { event: string }) => wanted === undefined || event === wanted;
  return c.json({
    endpoints: db.webhookEndpoints.all(),
    pending: db.deliveries.where(isWanted),
    sent: db.deliveryAttempts.where(isWanted),
  });
});

/** An endpoint whose secret both sides know in advance. */
stripeEvents.post("/webhooks", async (c) => {
  const { account, body } = await readBody(c);
  const wanted = parseOr(NewEndpoint, body, badRequest);
  try {
    const made = account.act(c.env.world.clock.now(), byItself, (ctx) => addWebhookEndpoint(ctx, wanted));
    return c.json(made, 201);
  } catch (error) {
    throw error instanceof StripeError ? new BadRequest(error.message) : error;
  }
});

stripeEvents.post("/webhooks/deliver", async (c) => {
  const { account } = await readBody(c);
  await c.env.deliverStripe(account.db.account);
  return c.json({ pending: account.db.deliveries.all().length });
});
