import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { changeInvoiceItem } from "./change-invoice-item.ts";
import { itemFields } from "./item-fields.ts";

export const updateInvoiceItem = endpoint(
  "POST",
  "/v1/invoiceitems/:invoiceitem",
  z.strictObject(itemFields),
  (ctx, fields, ids) => changeInvoiceItem(ctx, ctx.db.invoiceItems.get(ids.invoiceitem), fields),
);
