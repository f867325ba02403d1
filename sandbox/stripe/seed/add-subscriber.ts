import type { Context } from "../core/context.ts";
import type { Subscription } from "../core/objects.ts";
import { changeCustomer } from "../customers/change-customer.ts";
import { newCustomer } from "../customers/new-customer.ts";
import { attachPaymentMethod } from "../payments/attach-payment-method.ts";
import { createSubscription } from "../subscriptions/create-subscription.ts";

interface Subscriber {
  name: string;
  price: string;
  /** A magic payment method. */
  card: string;
  clock: string | null;
  quantity?: number;
  trial_period_days?: number;
}

/** A customer with a card and a subscription. */
export function addSubscriber(ctx: Context, { name, card, clock, price, ...more }: Subscriber): Subscription {
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.com`;
  const customer = ctx.db.customers.put({ ...newCustomer(ctx, clock), name, email });
  const { id, invoice_settings } = customer;
  ctx.emit("customer.created", customer, { customer: id });
  const method = attachPaymentMethod(ctx, { paymentMethod: card, customer: id });
  changeCustomer(ctx, id, { invoice_settings: { ...invoice_settings, default_payment_method: method.id } });
  const { quantity = 1, trial_period_days } = more;
  const items = [{ price, quantity }];
  return createSubscription(ctx, { customer: id, items, trial_period_days }).subscription;
}
