import type { Database } from "../core/database.ts";

type Include = (db: Database, id: string) => unknown;

/** What an object shows only if it is asked for with `expand`, by the object's kind. */
const includes: Record<string, Record<string, Include>> = {
  "checkout.session": {
    line_items: ({ checkoutRecords }, id) =>
      toPart(`/v1/checkout/sessions/${id}/line_items`, checkoutRecords.get(id).lines),
  },
  customer: {
    subscriptions: ({ subscriptions }, id) => {
      const live = subscriptions.by("customer", id).filter(({ status }) => status !== "canceled");
      return toPart(`/v1/customers/${id}/subscriptions`, live.toReversed());
    },
    tax_ids: ({ taxIds }, id) =>
      toPart(`/v1/customers/${id}/tax_ids`, taxIds.by("customer", id).toReversed()),
  },
  invoice: {
    confirmation_secret: toConfirmationSecret,
    payments: ({ invoicePayments }, id) =>
      toPart(`/v1/invoice_payments?invoice=${id}`, invoicePayments.by("invoice", id)),
  },
  price: {
    tiers: ({ priceRecords }, id) => priceRecords.find(id)?.tiers,
  },
};

export function findIncluded(db: Database, holder: object, key: string): unknown {
  const { object, id } = { object: "", id: "", ...holder };
  const ofKind = Object.hasOwn(includes, object) ? includes[object] : undefined;
  return ofKind && Object.hasOwn(ofKind, key) ? ofKind[key]?.(db, id) : undefined;
}

/** By which the customer's browser may confirm the payment of an open invoice. */
function toConfirmationSecret({ invoicePayments, paymentIntents }: Database, id: string) {
  const payment = invoicePayments.by("invoice", id).find(({ is_default }) => is_default)?.payment;
  const intent = paymentIntents.find(payment?.payment_intent ?? "");
  return intent?.client_secret ? { client_secret: intent.client_secret, type: "payment_intent" } : null;
}

const partSize = 10;

/** The beginning of a list that can be had whole at its own address. */
const toPart = (url: string, items: object[]) => ({
  object: "list",
  data: items.slice(0, partSize),
  has_more: items.length > partSize,
  url,
});
