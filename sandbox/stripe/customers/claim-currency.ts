import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import { changeCustomer } from "./change-customer.ts";

/** The first thing a customer is billed for settles the currency of all that follows. */
export function claimCurrency(ctx: Context, customerId: string, currency: string): void {
  const { currency: settled } = ctx.db.customers.get(customerId, "customer");
  if (!settled) changeCustomer(ctx, customerId, { currency });
  else if (settled !== currency)
    throw invalidRequest(
      `You cannot combine currencies on a single customer. This customer has had a subscription, coupon, or invoice item with currency ${settled}`,
    );
}
