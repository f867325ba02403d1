import type { Context } from "../core/context.ts";
import type { Customer } from "../core/objects.ts";

export function newCustomer(ctx: Context, testClock: string | null): Customer {
  const { db } = ctx;
  return {
    id: db.newId("cus_", 14),
    object: "customer",
    address: null,
    balance: 0,
    created: testClock ? db.testClocks.get(testClock).frozen_time : ctx.wall(),
    currency: null,
    customer_account: null,
    default_source: null,
    delinquent: false,
    description: null,
    discount: null,
    email: null,
    invoice_prefix: db.newId("", 8).toUpperCase(),
    invoice_settings: {
      custom_fields: null,
      default_payment_method: null,
      footer: null,
      rendering_options: null,
    },
    livemode: false,
    metadata: {},
    name: null,
    next_invoice_sequence: 1,
    phone: null,
    preferred_locales: [],
    shipping: null,
    tax_exempt: "none",
    test_clock: testClock,
  };
}
