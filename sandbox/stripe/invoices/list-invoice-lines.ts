import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { listFields } from "../wire/parameters.ts";
import { linesOf } from "./lines-of.ts";

/** In the order in which the invoice shows them, unlike other lists. */
export const listInvoiceLines = endpoint(
  "GET",
  "/v1/invoices/:invoice/lines",
  z.strictObject(listFields),
  ({ db }, params, ids) => {
    const preview = db.previewRecords.find(ids.invoice);
    const { id } = preview ?? db.invoices.get(ids.invoice);
    const lines = preview?.lines ?? linesOf(db, id);
    return toList(`/v1/invoices/${id}/lines`, lines.toReversed(), params);
  },
);
