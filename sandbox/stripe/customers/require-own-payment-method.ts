import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";

/** What is to be charged by default must have been attached to the customer before. `param` is what named it. */
export function requireOwnPaymentMethod(ctx: Context, customer: string, id: string, param: string): string {
  if (ctx.db.paymentMethods.find(id)?.customer === customer) return id;
  throw invalidRequest(
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    { code: "resource_missing", param },
  );
}
