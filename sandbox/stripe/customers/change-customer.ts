import { type Context, toPreviousAttributes } from "../core/context.ts";
import type { Customer } from "../core/objects.ts";

/** Changes a customer, and reports it if anything did change. */
export function changeCustomer(ctx: Context, id: string, changes: Partial<Customer>): Customer {
  const before = ctx.db.customers.get(id, "customer");
  const customer = { ...before, ...changes };
  if (Object.keys(toPreviousAttributes(before, customer)).length === 0) return before;
  ctx.emit("customer.updated", ctx.db.customers.put(customer), { before, customer: id });
  return customer;
}
