import { createMiddleware } from "hono/factory";
import type { StripeEnv } from "../router.ts";
import { defaultAccount } from "../state.ts";
import { findKey } from "./authenticate.ts";

const echoed = ["Idempotency-Key", "Stripe-Version"];

/** Gives each request an id, and each answer the headers by which one finds it again. */
export const identify = createMiddleware<StripeEnv>(async (c, next) => {
  const { stripe } = c.env.world;
  const key = findKey(stripe, c.req.header("Authorization"));
  const requestId = stripe.get(key?.account ?? defaultAccount.account).newRequestId();
  c.set("key", key);
  c.set("requestId", requestId);
  await next();
  c.res.headers.set("Request-Id", requestId);
  for (const name of echoed) {
    const value = c.req.header(name);
    if (value) c.res.headers.set(name, value);
  }
});
