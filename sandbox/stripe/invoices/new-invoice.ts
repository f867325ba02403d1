import type { Context } from "../core/context.ts";
import type { Customer, Invoice, Subscription } from "../core/objects.ts";
import { discountsFor } from "./discounts-for.ts";

export interface NewInvoice {
  customer: string;
  subscription: Subscription | null;
  reason: NonNullable<Invoice["billing_reason"]>;
  currency: string;
  period: { start: number; end: number };
  at: number;
}

/** A draft without lines. */
export function newInvoice(ctx: Context, { customer: id, subscription, ...given }: NewInvoice): Invoice {
  const { db } = ctx;
  const customer = db.customers.get(id, "customer");
  const { at } = given;
  if (!customer.currency) db.customers.change(id, { currency: given.currency });
  const invoice = db.newId("in_");
  db.invoiceRecords.put({ id: invoice, token: db.newId("", 32), refused: null });
  const collection_method = subscription?.collection_method ?? "charge_automatically";
  return db.invoices.put({
    ...emptyInvoice,
    ...toCustomerFields(ctx, customer),
    id: invoice,
    billing_reason: given.reason,
    collection_method,
    created: at,
    currency: given.currency,
    discounts: discountsFor(ctx, { customer: id, subscription, at }),
    due_date:
      collection_method === "send_invoice" ? at + (subscription?.days_until_due ?? 30) * 86_400 : null,
    issuer: { type: "self" },
    lines: { object: "list", data: [], has_more: false, url: `/v1/invoices/${invoice}/lines` },
    parent: subscription && {
      type: "subscription_details",
      quote_details: null,
      subscription_details: { metadata: subscription.metadata, subscription: subscription.id },
    },
    period_start: given.period.start,
    period_end: given.period.end,
    starting_balance: customer.balance,
  });
}

/** What an invoice keeps of its customer as it was. */
function toCustomerFields({ db }: Context, customer: Customer) {
  return {
    customer: customer.id,
    customer_address: customer.address ?? null,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    customer_phone: customer.phone ?? null,
    customer_shipping: customer.shipping,
    customer_tax_exempt: customer.tax_exempt ?? null,
    customer_tax_ids: db.taxIds
      .where((taxId) => taxId.customer === customer.id)
      .map(({ type, value }) => ({ type, value })),
    custom_fields: customer.invoice_settings.custom_fields,
    footer: customer.invoice_settings.footer,
    test_clock: customer.test_clock ?? null,
  };
}

const emptyInvoice = {
  object: "invoice",
  account_country: "US",
  account_name: "Latchkey",
  account_tax_ids: null,
  amount_due: 0,
  amount_overpaid: 0,
  amount_paid: 0,
  amount_remaining: 0,
  amount_shipping: 0,
  application: null,
  attempt_count: 0,
  attempted: false,
  auto_advance: true,
  automatic_tax: { disabled_reason: null, enabled: false, liability: null, provider: null, status: null },
  automatically_finalizes_at: null,
  customer_account: null,
  default_payment_method: null,
  default_source: null,
  default_tax_rates: [],
  description: null,
  effective_at: null,
  ending_balance: null,
  from_invoice: null,
  hosted_invoice_url: null,
  invoice_pdf: null,
  last_finalization_error: null,
  latest_revision: null,
  livemode: false,
  metadata: {},
  next_payment_attempt: null,
  number: null,
  on_behalf_of: null,
  payment_settings: { default_mandate: null, payment_method_options: null, payment_method_types: null },
  post_payment_credit_notes_amount: 0,
  pre_payment_credit_notes_amount: 0,
  receipt_number: null,
  rendering: null,
  shipping_cost: null,
  shipping_details: null,
  statement_descriptor: null,
  status: "draft",
  status_transitions: {
    finalized_at: null,
    marked_uncollectible_at: null,
    paid_at: null,
    voided_at: null,
  },
  subtotal: 0,
  subtotal_excluding_tax: 0,
  total: 0,
  total_discount_amounts: [],
  total_excluding_tax: 0,
  total_pretax_credit_amounts: [],
  total_taxes: [],
  webhooks_delivered_at: null,
} satisfies Partial<Invoice>;
