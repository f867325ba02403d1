import type { Context } from "../core/context.ts";
import { noSuch } from "../core/errors.ts";
import type { PaymentMethod } from "../core/objects.ts";

/** The customer's card of this id, as the payment method that it is. */
export function getSource({ db }: Context, ids: { customer: string; source: string }): PaymentMethod {
  const { id: customer } = db.customers.get(ids.customer);
  const method = db.paymentMethods.find(ids.source);
  if (!method?.card || method.customer !== customer) throw noSuch("source", ids.source);
  return method;
}
