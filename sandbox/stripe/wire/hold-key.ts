import { createMiddleware } from "hono/factory";
import { StripeError } from "../core/errors.ts";
import type { StripeEnv } from "../router.ts";

/** Has no second request run under an idempotency key while the first one does. */
export const holdKey = createMiddleware<StripeEnv>(async (c, next) => {
  const key = c.req.header("Idempotency-Key");
  if (!c.var.key || !key || c.req.method !== "POST") return next();
  const { heldKeys } = c.env.world.stripe.get(c.var.key.account);
  if (heldKeys.has(key)) throw inUse(key);
  heldKeys.add(key);
  try {
    await next();
  } finally {
    heldKeys.delete(key);
  }
});

const inUse = (key: string) =>
  new StripeError(409, {
    type: "invalid_request_error",
    code: "idempotency_key_in_use",
    message: `Another request with the idempotency key '${key}' is under way. Try again when it has been answered.`,
  });
