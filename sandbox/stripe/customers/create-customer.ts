import { z } from "zod";
import type { Context } from "../core/context.ts";
import { endpoint } from "../core/endpoint.ts";
import type { Customer } from "../core/objects.ts";
import { attachPaymentMethod } from "../payments/attach-payment-method.ts";
import { createSource } from "../payments/create-source.ts";
import { Text } from "../wire/parameters.ts";
import { applyCustomerFields } from "./apply-customer-fields.ts";
import { recordBalanceChange } from "./change-balance.ts";
import { addTaxId, NewTaxId } from "./create-tax-id.ts";
import { customerFields } from "./customer-params.ts";
import { newCustomer } from "./new-customer.ts";
import { requireOwnPaymentMethod } from "./require-own-payment-method.ts";
import { setDiscount } from "./set-discount.ts";

const Params = z.strictObject({
  ...customerFields,
  payment_method: Text.optional(),
  tax_id_data: z.array(NewTaxId).max(5).optional(),
  test_clock: Text.optional(),
});
type Params = z.output<typeof Params>;

/** With nothing to tell it, an account's own currency. */
const accountCurrency = "usd";

export const createCustomer = endpoint("POST", "/v1/customers", Params, (ctx, params) => {
  const { balance = 0, coupon, source, tax_id_data = [], test_clock = null } = params;
  if (test_clock) ctx.db.testClocks.get(test_clock, "test_clock");
  const { id } = ctx.db.customers.put(newCustomer(ctx, test_clock));
  const customer = ctx.db.customers.put(fill(ctx, id, params));
  ctx.emit("customer.created", customer, { customer: id });
  if (source) createSource(ctx, { customer: id, token: source });
  if (balance)
    recordBalanceChange(ctx, { customer: id, amount: balance, currency: accountCurrency, type: "initial" });
  if (coupon) setDiscount(ctx, id, coupon);
  for (const taxId of tax_id_data) addTaxId(ctx, id, taxId);
  return ctx.db.customers.get(id);
});

/** The payment method is attached first, so that it can be the default. A magic id names the one just made from it. */
function fill(ctx: Context, customer: string, { payment_method, ...params }: Params): Customer {
  const attached = payment_method && attachPaymentMethod(ctx, { paymentMethod: payment_method, customer }).id;
  const filled = applyCustomerFields(ctx.db.customers.get(customer), params);
  const { balance = 0, invoice_settings } = params;
  const wanted = invoice_settings?.default_payment_method;
  const default_payment_method =
    attached && wanted === payment_method
      ? attached
      : wanted && requireOwnPaymentMethod(ctx, customer, wanted, "invoice_settings[default_payment_method]");
  return {
    ...filled,
    balance,
    currency: balance ? accountCurrency : null,
    invoice_settings: { ...filled.invoice_settings, default_payment_method: default_payment_method || null },
  };
}
