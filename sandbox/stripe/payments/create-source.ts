import type { Context } from "../core/context.ts";
import { StripeError } from "../core/errors.ts";
import { toCardError } from "./card-error.ts";
import { type CardSource, toCardSource } from "./card-source.ts";
import { createPaymentMethod } from "./create-payment-method.ts";
import { findDecline } from "./declines.ts";
import { requireToken } from "./require-token.ts";

interface NewSource {
  customer: string;
  /** Such as `tok_visa`. */
  token: string;
  metadata?: Record<string, string>;
}

/** Gives the customer a card in the older way. Their first one is their default. */
export function createSource(ctx: Context, { customer: customerId, token, metadata }: NewSource): CardSource {
  const card = requireToken(token, "source");
  const declined = card.attachable ? undefined : findDecline(card.behaviour);
  if (declined) throw new StripeError(402, toCardError(declined));
  const { id } = createPaymentMethod(ctx, { type: "card", card, metadata, idPrefix: "card_" });
  const source = toCardSource(ctx.db.paymentMethods.change(id, { customer: customerId }));
  ctx.emit("customer.source.created", source, { customer: customerId });
  const before = ctx.db.customers.get(customerId);
  if (!before.default_source) {
    const customer = ctx.db.customers.change(customerId, { default_source: id });
    ctx.emit("customer.updated", customer, { before, customer: customerId });
  }
  return source;
}
