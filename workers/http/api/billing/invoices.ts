import { createRoute, z } from "@hono/zod-openapi";
import { getInvoice } from "#billing/invoices/get-invoice.ts";
import { getInvoicePdf } from "#billing/invoices/get-invoice-pdf.ts";
import { InvoiceStatus, ListInvoices, listInvoices } from "#billing/invoices/list-invoices.ts";
import { createApi } from "#http/hono.ts";
import { permitted } from "#http/permitted.ts";
import { toContext } from "#http/to-context.ts";
import { json, OneOrganization, refusals } from "../schemas.ts";
import { BillLine } from "./bill-line.ts";

const INVOICES = "/api/v1/organizations/{organization}/billing/invoices";
const OneInvoice = OneOrganization.extend({ invoice: z.string().max(100) });
const readers = permitted({ billing: ["read"] });

const time = z.number().nullable();

const Invoice = z
  .object({
    id: z.string(),
    number: z.string().nullable(),
    status: InvoiceStatus,
    reason: z.string().nullable().describe("Why it was made, such as subscription_cycle"),
    currency: z.string(),
    total: z.number().describe("Cents, as all amounts"),
    amountDue: z.number(),
    amountPaid: z.number(),
    quantity: z.number().nullable().describe("Listings that a whole month is charged for"),
    periodStart: z.number(),
    periodEnd: z.number(),
    dueAt: time,
    paidAt: time,
    attempts: z.number(),
    nextAttemptAt: time,
    hostedUrl: z.string().nullable().describe("Where it can be paid, at Stripe"),
    createdAt: z.number(),
  })
  .openapi("Invoice");

const list = createRoute({
  method: "get",
  path: INVOICES,
  operationId: "listInvoices",
  summary: "List the invoices, newest first",
  ...readers,
  request: { params: OneOrganization, query: ListInvoices },
  responses: {
    200: json(
      "A page of the invoices",
      z.object({ invoices: z.array(Invoice), nextCursor: z.string().nullable() }),
    ),
    ...refusals,
  },
});

const InvoiceDetail = Invoice.extend({
  subtotal: z.number(),
  amountRemaining: z.number(),
  startingBalance: z.number().describe("What the customer had in hand before; a credit is negative"),
  endingBalance: z.number().nullable(),
  hasPdf: z.boolean(),
  lines: z.array(BillLine),
}).openapi("InvoiceDetail");

const get = createRoute({
  method: "get",
  path: `${INVOICES}/{invoice}`,
  operationId: "getInvoice",
  summary: "One invoice with its lines, as Stripe has them now",
  ...readers,
  request: { params: OneInvoice },
  responses: { 200: json("The invoice", InvoiceDetail), ...refusals },
});

const pdf = createRoute({
  method: "get",
  path: `${INVOICES}/{invoice}/pdf`,
  operationId: "getInvoicePdf",
  summary: "Go to the PDF of an invoice, at Stripe",
  ...readers,
  request: { params: OneInvoice },
  responses: { 302: { description: "Where the PDF is" }, ...refusals },
});

export const invoices = createApi()
  .openapi(list, async (c) => {
    const page = await listInvoices(toContext(c), c.req.valid("query"));
    return c.json({ ...page, invoices: z.array(Invoice).parse(page.invoices) }, 200);
  })
  .openapi(get, async (c) => {
    const invoice = await getInvoice(toContext(c), c.req.valid("param").invoice);
    return c.json(InvoiceDetail.parse(invoice), 200);
  })
  .openapi(pdf, async (c) => {
    return c.redirect(await getInvoicePdf(toContext(c), c.req.valid("param").invoice), 302);
  });
