import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { Bool, isWithin, listFields, RangeFilter, Text } from "../wire/parameters.ts";

const Params = z.strictObject({
  ...listFields,
  created: RangeFilter,
  customer: Text.optional(),
  invoice: Text.optional(),
  pending: Bool.optional(),
});

export const listInvoiceItems = endpoint("GET", "/v1/invoiceitems", Params, ({ db }, params) => {
  const { created, customer, invoice, pending } = params;
  const candidates = customer ? db.invoiceItems.by("customer", customer) : db.invoiceItems.all();
  const found = candidates.filter(
    (item) =>
      isWithin(created, item.date) &&
      (!invoice || item.invoice === invoice) &&
      (pending === undefined || pending === (item.invoice === null)),
  );
  return toList("/v1/invoiceitems", found, params, db.invoiceItems);
});
