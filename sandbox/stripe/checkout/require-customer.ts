import type { Context } from "../core/context.ts";
import type { CheckoutSession, Customer } from "../core/objects.ts";
import { changeCustomer } from "../customers/change-customer.ts";
import { newCustomer } from "../customers/new-customer.ts";
import type { CheckoutPayer } from "./checkout-data.ts";

/** The session's customer; one is made if the session was made without and needs one, else null. */
export function requireCustomer(
  ctx: Context,
  session: CheckoutSession,
  { email, name }: CheckoutPayer,
): Customer | null {
  const { db } = ctx;
  if (!session.customer) {
    const isGuest = session.mode !== "subscription" && session.customer_creation !== "always";
    if (isGuest) return null;
    const customer = db.customers.put({ ...newCustomer(ctx, null), email, name });
    ctx.emit("customer.created", customer, { customer: customer.id });
    return customer;
  }
  const former = db.customers.get(session.customer);
  const { customer_update } = db.checkoutRecords.get(session.id).data;
  return changeCustomer(ctx, former.id, {
    email: former.email ?? email,
    name: customer_update?.name === "auto" && name ? name : former.name,
  });
}
