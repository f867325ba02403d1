import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { isWithin, listFields, RangeFilter, Text } from "../wire/parameters.ts";

const Params = z.strictObject({
  ...listFields,
  collection_method: z.enum(["charge_automatically", "send_invoice"]).optional(),
  created: RangeFilter,
  customer: Text.optional(),
  due_date: RangeFilter,
  status: z.enum(["draft", "open", "paid", "uncollectible", "void"]).optional(),
  subscription: Text.optional(),
});

export const listInvoices = endpoint("GET", "/v1/invoices", Params, ({ db }, params) => {
  const { collection_method, created, customer, due_date, status, subscription } = params;
  if (customer) db.customers.get(customer, "customer");
  if (subscription) db.subscriptions.get(subscription, "subscription");
  const candidates = customer ? db.invoices.by("customer", customer) : db.invoices.all();
  const found = candidates.filter(
    (invoice) =>
      (!collection_method || invoice.collection_method === collection_method) &&
      isWithin(created, invoice.created) &&
      (!due_date || (invoice.due_date !== null && isWithin(due_date, invoice.due_date))) &&
      (!status || invoice.status === status) &&
      (!subscription || invoice.parent?.subscription_details?.subscription === subscription),
  );
  return toList("/v1/invoices", found, params, db.invoices);
});
