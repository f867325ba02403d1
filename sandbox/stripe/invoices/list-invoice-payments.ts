import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { isWithin, listFields, RangeFilter, Text } from "../wire/parameters.ts";

const Params = z.strictObject({
  ...listFields,
  created: RangeFilter,
  invoice: Text.optional(),
  payment: z
    .strictObject({
      payment_intent: Text.optional(),
      type: z.enum(["payment_intent", "payment_record"]),
    })
    .optional(),
  status: z.enum(["canceled", "open", "paid"]).optional(),
});

export const listInvoicePayments = endpoint("GET", "/v1/invoice_payments", Params, ({ db }, params) => {
  const { created, invoice, payment, status } = params;
  const candidates = invoice ? db.invoicePayments.by("invoice", invoice) : db.invoicePayments.all();
  const found = candidates.filter(
    (candidate) =>
      isWithin(created, candidate.created) &&
      (!payment || candidate.payment.payment_intent === payment.payment_intent) &&
      (!status || candidate.status === status),
  );
  return toList("/v1/invoice_payments", found, params, db.invoicePayments);
});
