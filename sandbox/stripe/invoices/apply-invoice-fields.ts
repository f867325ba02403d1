import type { Context } from "../core/context.ts";
import { invalidRequest } from "../core/errors.ts";
import type { Invoice } from "../core/objects.ts";
import { redeemCoupon } from "../coupons/redeem-coupon.ts";
import { mergeMetadata } from "../wire/parameters.ts";
import type { InvoiceFields } from "./invoice-fields.ts";

const day = 86_400;
const draftTime = 3600;

/** What the given fields make of an invoice. */
export function toInvoiceChanges(ctx: Context, invoice: Invoice, fields: InvoiceFields): Partial<Invoice> {
  const { default_payment_method: method } = fields;
  if (method) assertTheirs(ctx, invoice, method);
  const collection_method = fields.collection_method ?? invoice.collection_method;
  const auto_advance = fields.auto_advance ?? invoice.auto_advance;
  const isWaiting = auto_advance && invoice.status === "draft";
  return {
    ...onlyGiven(fields, textFields),
    auto_advance,
    ...(auto_advance ? {} : { next_payment_attempt: null }),
    automatically_finalizes_at: isWaiting
      ? (fields.automatically_finalizes_at ??
        invoice.automatically_finalizes_at ??
        ctx.now(invoice.customer) + draftTime)
      : null,
    collection_method,
    default_payment_method: method ?? invoice.default_payment_method,
    discounts: fields.discounts === undefined ? invoice.discounts : redeem(ctx, invoice, fields.discounts),
    due_date: toDueDate(invoice, { ...fields, collection_method }),
    metadata: mergeMetadata(invoice.metadata ?? {}, fields.metadata),
  };
}

const textFields = [
  "custom_fields",
  "description",
  "effective_at",
  "footer",
  "number",
  "statement_descriptor",
] as const;

function onlyGiven<Key extends keyof InvoiceFields>(fields: InvoiceFields, keys: readonly Key[]) {
  const given: Pick<InvoiceFields, Key> = { ...fields };
  const entries = keys.map((key) => [key, given[key]] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function redeem(ctx: Context, { customer }: Invoice, given: InvoiceFields["discounts"]): string[] {
  return (given ?? []).map(({ coupon, discount }) =>
    coupon
      ? redeemCoupon(ctx, { coupon, customer: customer ?? "", subscription: null }).id
      : ctx.db.discounts.get(discount ?? "", "discounts").id,
  );
}

function toDueDate(invoice: Invoice, fields: InvoiceFields): number | null {
  const { collection_method, due_date, days_until_due } = fields;
  if (collection_method !== "send_invoice") {
    if (due_date === undefined && days_until_due === undefined) return null;
    throw invalidRequest("A due date may only be given with `collection_method=send_invoice`.", {
      param: due_date === undefined ? "days_until_due" : "due_date",
    });
  }
  const days = days_until_due === undefined ? null : invoice.created + days_until_due * day;
  const due = due_date ?? days ?? invoice.due_date;
  if (due !== null) return due;
  throw invalidRequest(
    "If invoice is not charged automatically, you must specify `due_date` or `days_until_due`.",
    { code: "parameter_missing", param: "days_until_due" },
  );
}

function assertTheirs({ db }: Context, { customer }: Invoice, method: string): void {
  if (db.paymentMethods.get(method, "default_payment_method").customer !== customer)
    throw invalidRequest(`The payment method ${method} must be attached to the customer ${customer}.`, {
      param: "default_payment_method",
    });
}
