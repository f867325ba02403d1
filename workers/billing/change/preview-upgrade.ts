import type Stripe from "stripe";
import { listLines } from "../invoices/list-lines.ts";
import { findItemKind, type ItemKind } from "../prices.ts";
import { toMs } from "../sync/to-subscription-state.ts";

export interface PreviewLine {
  kind: ItemKind["kind"] | "other";
  plan: string | null;
  quantity: number | null;
  /** Cents; below zero: given back. */
  amount: number;
  from: number;
  to: number;
}

/** What a change costs now, in cents. */
export interface Cost {
  lines: PreviewLine[];
  /** Below zero: kept for the next invoices. */
  total: number;
  /** After what Stripe keeps for the customer. */
  due: number;
}

export interface Upgrade {
  subscription: Stripe.Subscription;
  items: Stripe.SubscriptionUpdateParams.Item[];
  /** Seconds. */
  prorationDate: number;
  /** `pending_if_incomplete`: it waits for its payment, and what waits for the next invoice anyhow is not part of it. */
  paymentBehavior: "pending_if_incomplete" | "error_if_incomplete" | "allow_incomplete";
}

/** The invoice that the change would make, without what is owed for other reasons. */
export async function previewUpgrade(stripe: Stripe, upgrade: Upgrade): Promise<Cost> {
  const { subscription, items, prorationDate, paymentBehavior } = upgrade;
  const customer = toId(subscription.customer);
  const [preview, pending] = await Promise.all([
    stripe.invoices.createPreview({
      customer,
      subscription: subscription.id,
      subscription_details: { items, proration_behavior: "always_invoice", proration_date: prorationDate },
    }),
    paymentBehavior === "pending_if_incomplete" ? listPending(stripe, customer) : new Set<string>(),
  ]);
  const isPending = ({ parent }: Stripe.InvoiceLineItem) =>
    pending.has((parent?.invoice_item_details ?? parent?.subscription_item_details)?.invoice_item ?? "");
  const all = await listLines(stripe, preview);
  const lines = all.filter((line) => !isPending(line));
  const others = all.filter(isPending).reduce((sum, { amount }) => sum + amount, 0);
  const total = preview.total - others;
  return { lines: lines.map(toPreviewLine), total, due: Math.max(0, total + preview.starting_balance) };
}

async function listPending(stripe: Stripe, customer: string): Promise<Set<string>> {
  const { data } = await stripe.invoiceItems.list({ customer, pending: true, limit: 100 });
  return new Set(data.map(({ id }) => id));
}

function toPreviewLine({ amount, period, pricing, quantity }: Stripe.InvoiceLineItem): PreviewLine {
  const sold = findItemKind(pricing?.price_details?.product);
  return {
    kind: sold?.kind ?? "other",
    plan: sold?.plan ?? null,
    quantity,
    amount,
    from: toMs(period.start),
    to: toMs(period.end),
  };
}

const toId = (value: string | { id: string }) => (typeof value === "string" ? value : value.id);
