import { addInvoiceLines } from "./add-invoice-lines.ts";
import { createInvoice } from "./create-invoice.ts";
import { createInvoiceItemEndpoint } from "./create-invoice-item-endpoint.ts";
import { createPreview } from "./create-preview.ts";
import { deleteInvoice } from "./delete-invoice.ts";
import { deleteInvoiceItem } from "./delete-invoice-item.ts";
import { finalizeEndpoint } from "./finalize-endpoint.ts";
import { listInvoiceItems } from "./list-invoice-items.ts";
import { listInvoiceLines } from "./list-invoice-lines.ts";
import { listInvoicePayments } from "./list-invoice-payments.ts";
import { listInvoices } from "./list-invoices.ts";
import { markUncollectibleEndpoint } from "./mark-uncollectible-endpoint.ts";
import { payEndpoint } from "./pay-endpoint.ts";
import { removeInvoiceLines } from "./remove-invoice-lines.ts";
import { retrieveInvoice } from "./retrieve-invoice.ts";
import { retrieveInvoiceItem } from "./retrieve-invoice-item.ts";
import { retrieveInvoicePayment } from "./retrieve-invoice-payment.ts";
import { sendEndpoint } from "./send-endpoint.ts";
import { updateInvoice } from "./update-invoice.ts";
import { updateInvoiceItem } from "./update-invoice-item.ts";
import { updateInvoiceLines } from "./update-invoice-lines.ts";
import { voidEndpoint } from "./void-endpoint.ts";

export const invoiceEndpoints = [
  createInvoice,
  createPreview,
  retrieveInvoice,
  updateInvoice,
  listInvoices,
  deleteInvoice,
  finalizeEndpoint,
  payEndpoint,
  sendEndpoint,
  voidEndpoint,
  markUncollectibleEndpoint,
  addInvoiceLines,
  updateInvoiceLines,
  removeInvoiceLines,
  listInvoiceLines,
  createInvoiceItemEndpoint,
  retrieveInvoiceItem,
  updateInvoiceItem,
  deleteInvoiceItem,
  listInvoiceItems,
  retrieveInvoicePayment,
  listInvoicePayments,
];
