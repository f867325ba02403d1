import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import { createSource } from "../payments/create-source.ts";
import { Text } from "../wire/parameters.ts";
import { applyCustomerFields } from "./apply-customer-fields.ts";
import { changeBalance } from "./change-balance.ts";
import { changeCustomer } from "./change-customer.ts";
import { claimCurrency } from "./claim-currency.ts";
import { customerFields } from "./customer-params.ts";
import { requireOwnPaymentMethod } from "./require-own-payment-method.ts";
import { clearDiscount, setDiscount } from "./set-discount.ts";

const Params = z.strictObject({ ...customerFields, default_source: Text.optional() });

export const updateCustomer = endpoint("POST", "/v1/customers/:customer", Params, (ctx, params, ids) => {
  const { balance, coupon, default_source, invoice_settings, source } = params;
  const before = ctx.db.customers.get(ids.customer);
  const { id } = before;
  const method = invoice_settings?.default_payment_method;
  if (method) requireOwnPaymentMethod(ctx, id, method, "invoice_settings[default_payment_method]");
  if (default_source) requireOwnPaymentMethod(ctx, id, default_source, "default_source");
  const filled = applyCustomerFields(before, params);
  changeCustomer(ctx, id, { ...filled, default_source: default_source ?? before.default_source });
  if (source) replaceSource(ctx, id, source);
  if (balance !== undefined && balance !== before.balance) {
    const currency = before.currency ?? "usd";
    claimCurrency(ctx, id, currency);
    changeBalance(ctx, { customer: id, amount: balance - before.balance, currency, type: "adjustment" });
  }
  if (coupon) setDiscount(ctx, id, coupon);
  if (coupon === null) clearDiscount(ctx, id);
  return ctx.db.customers.get(id);
});

/** The card that is given in the older way is the one to charge from now on. */
function replaceSource(ctx: Context, customer: string, token: string): void {
  const { id } = createSource(ctx, { customer, token });
  changeCustomer(ctx, customer, { default_source: id });
}
