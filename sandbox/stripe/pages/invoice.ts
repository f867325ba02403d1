import type { Context } from "../core/context.ts";
import { StripeError } from "../core/errors.ts";
import type { Invoice } from "../core/objects.ts";
import { linesOf } from "../invoices/lines-of.ts";
import { payInvoice } from "../invoices/pay-invoice.ts";
import { createPaymentMethod } from "../payments/create-payment-method.ts";
import type { StripeRequest } from "../router.ts";
import { InvoiceForm, invoicePage } from "./invoice-page.ts";
import { apology, seeOther } from "./layout.ts";
import { findMistakes, toNewPaymentMethod } from "./payment-fields.ts";
import { toInvoicePdf } from "./pdf/invoice-pdf.ts";
import { readForm } from "./read-form.ts";
import { findVisit } from "./visit.ts";

const noForm = InvoiceForm.parse({});

export async function showInvoice(c: StripeRequest): Promise<Response> {
  const visit = findInvoice(c);
  if (!visit) return unknownInvoice();
  return invoicePage({ ...visit.act((ctx) => toShown(ctx, visit.item)), form: noForm, pdf: toPdfPath(c) });
}

export async function payInvoicePage(c: StripeRequest): Promise<Response> {
  const visit = findInvoice(c);
  if (!visit) return unknownInvoice();
  const self = `/stripe/invoices/${c.req.param("token")}`;
  // A form sent twice finds it paid.
  if (visit.item.status !== "open") return seeOther(self);
  const form = await readForm(c, InvoiceForm);
  const shown = visit.act((ctx) => toShown(ctx, visit.item));
  const isNew = !shown.saved.some(({ id }) => id === form.with);
  const errors = isNew
    ? findMistakes(
        form,
        visit.act((ctx) => ctx.wall()),
      )
    : {};
  if (Object.keys(errors).length > 0) return invoicePage({ ...shown, form, errors, pdf: toPdfPath(c) });
  try {
    const { outcome, error, intent } = visit.act((ctx) => pay(ctx, visit.item, isNew ? form : form.with));
    if (outcome === "requires_action" && intent)
      return seeOther(`/stripe/authenticate/${intent}?next=${encodeURIComponent(self)}`);
    if (!error) return seeOther(self);
    return invoicePage({ ...shown, form, problem: error.message, pdf: toPdfPath(c) });
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    return invoicePage({ ...shown, form, problem: error.body.message, pdf: toPdfPath(c) });
  }
}

export async function downloadInvoice(c: StripeRequest): Promise<Response> {
  const visit = findInvoice(c);
  if (!visit) return unknownInvoice();
  const { item: invoice } = visit;
  const pdf = visit.act(({ db }) => toInvoicePdf(invoice, linesOf(db, invoice.id)));
  return new Response(pdf, {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="Invoice-${(invoice.number ?? "").replaceAll(/[^\w-]/g, "_")}.pdf"`,
    },
  });
}

function pay(ctx: Context, { id, customer_email }: Invoice, given: InvoiceForm | string) {
  const paymentMethod =
    typeof given === "string"
      ? given
      : createPaymentMethod(ctx, toNewPaymentMethod(given, customer_email)).id;
  const { outcome, error } = payInvoice(ctx, id, { paymentMethod, offSession: false });
  const open = ctx.db.invoicePayments.by("invoice", id).filter(({ status }) => status === "open");
  return { outcome, error, intent: open[0]?.payment.payment_intent ?? null };
}

/** Only what has been finalized has an address. */
const findInvoice = (c: StripeRequest) =>
  findVisit<Invoice>(c, ({ invoices }) => {
    const [found] = invoices.where(
      ({ hosted_invoice_url }) => hosted_invoice_url?.endsWith(`/invoices/${c.req.param("token")}`) ?? false,
    );
    return found;
  });

const toShown = ({ db }: Context, invoice: Invoice) => ({
  invoice,
  lines: linesOf(db, invoice.id),
  saved: db.paymentMethods.where(({ customer }) => customer !== null && customer === invoice.customer),
  isProcessing: db.invoicePayments
    .by("invoice", invoice.id)
    .some(({ payment }) => db.paymentIntents.find(payment.payment_intent ?? "")?.status === "processing"),
});

const toPdfPath = (c: StripeRequest) => `/stripe/invoices/${c.req.param("token")}/pdf`;

const unknownInvoice = () => apology("Not found", "There is no such invoice.", 404);
