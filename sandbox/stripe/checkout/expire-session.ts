import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import type { CheckoutSession } from "../core/objects.ts";

export const expireSession = endpoint(
  "POST",
  "/v1/checkout/sessions/:session/expire",
  z.strictObject({}),
  (ctx, _, ids) => {
    const session = ctx.db.checkoutSessions.get(ids.session);
    if (session.status === "open") return expire(ctx, session);
    throw invalidRequest(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}`,
    );
  },
);

/** The task `checkout.expire`. */
export function expireWhenDue(ctx: Context, id: string): void {
  const session = ctx.db.checkoutSessions.get(id);
  if (session.status === "open") expire(ctx, session);
}

function expire(ctx: Context, { id, customer }: CheckoutSession): CheckoutSession {
  ctx.unschedule("checkout.expire", id);
  const expired = ctx.db.checkoutSessions.change(id, { status: "expired", url: null });
  ctx.emit("checkout.session.expired", expired, { customer });
  return expired;
}
