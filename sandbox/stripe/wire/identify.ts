import { createMiddleware } from "hono/factory";
import { currentVersion } from "../events/api-versions.ts";
import type { StripeEnv } from "../router.ts";
import { defaultAccount } from "../state.ts";
import { findKey } from "./authenticate.ts";

/** Gives each request an id, and each answer the headers by which one finds it again. */
export const identify = createMiddleware<StripeEnv>(async (c, next) => {
  const { stripe } = c.env.world;
  const key = findKey(stripe, c.req.header("Authorization"));
  const requestId = stripe.get(key?.account ?? defaultAccount.account).newRequestId();
  c.set("key", key);
  c.set("requestId", requestId);
  await next();
  c.res.headers.set("Request-Id", requestId);
  c.res.headers.set("Stripe-Version", c.req.header("Stripe-Version") ?? currentVersion);
  const idempotencyKey = c.req.header("Idempotency-Key");
  if (idempotencyKey) c.res.headers.set("Idempotency-Key", idempotencyKey);
});
