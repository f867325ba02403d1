import { processEvent } from "#billing/events/process-event.ts";
import { readEvent } from "#billing/events/read-event.ts";
import { AppError } from "#errors.ts";
import { createApi } from "#http/hono.ts";
import { readText } from "#http/read-body.ts";
import { getNow } from "#lib/get-now.ts";

const MAX_BYTES = 256 * 1024;

/** Where Stripe sends its events. A 2xx says that an event is done with; whatever else it gets, it sends the event again. */
export const stripeWebhooks = createApi();

stripeWebhooks.post("/webhooks/stripe", async (c) => {
  const { env } = c;
  const body = await readText(c.req.raw, MAX_BYTES);
  const now = await getNow(env);
  const event = await readEvent(env, { body, signature: c.req.header("stripe-signature"), now });
  const outcome = await processEvent({ env, now }, event);
  if (outcome === "held") throw new AppError("conflict", "This event is being processed.");
  return c.json({ outcome });
});
