import { html } from "hono/html";
import { z } from "zod";
import type { Invoice, InvoiceLine, PaymentMethod } from "../core/objects.ts";
import { alert, notice } from "./field.ts";
import { toPeriod, toTotals } from "./invoice-totals.ts";
import { layout } from "./layout.ts";
import { toDay, toMoney } from "./money.ts";
import { type Errors, PaymentForm, paymentFields } from "./payment-fields.ts";
import { toMethodName } from "./payment-method-name.ts";
import { toBillTo, toFacts } from "./pdf/invoice-pdf.ts";
import { statusTag } from "./status-tag.ts";

/** `with` is a saved payment method, or `new`. */
export const InvoiceForm = PaymentForm.extend({ with: z.string().default("new") });
export type InvoiceForm = z.output<typeof InvoiceForm>;

interface Shown {
  invoice: Invoice;
  lines: InvoiceLine[];
  saved: PaymentMethod[];
  /** A bank debit is under way. */
  isProcessing: boolean;
  form: InvoiceForm;
  pdf: string;
  errors?: Errors;
  problem?: string;
}

export function invoicePage(shown: Shown): Promise<Response> {
  const { invoice, lines, isProcessing, pdf, errors = {}, problem } = shown;
  const { currency, status } = invoice;
  const amount = status === "open" ? invoice.amount_remaining : invoice.total;
  const content = html`<div class="card">
      <p class="soft">${invoice.account_name}</p>
      <h1>Invoice ${invoice.number}</h1>
      <p class="amount">${toMoney(amount, currency)}</p>
      <p>${statusTag(status ?? "draft")}</p>
      <dl class="pairs">
        ${toFacts(invoice).map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}
        <dt>Bill to</dt><dd>${toBillTo(invoice).join(", ")}</dd>
      </dl>
      <table>
        <thead><tr><th>Description</th><th class="number">Quantity</th><th class="number">Amount</th></tr></thead>
        <tbody>${lines.map(row)}</tbody>
        <tfoot>
          ${toTotals(invoice).map(([label, value]) => html`<tr><td colspan="2">${label}</td><td class="number">${toMoney(value, currency)}</td></tr>`)}
        </tfoot>
      </table>
      <p><a class="button plain" href="${pdf}">Download PDF</a></p>
    </div>
    ${isProcessing && status === "open" ? notice("Your payment is on its way. Bank debits take some days.") : ""}
    ${status === "open" && !isProcessing ? payForm(shown) : ""}`;
  const failed = problem !== undefined || Object.keys(errors).length > 0;
  return layout(`Invoice ${invoice.number}`, content, { status: failed ? 402 : 200 });
}

const row = ({ description, period, quantity, amount, currency }: InvoiceLine) => html`<tr>
  <td>${description}<div class="soft">${toPeriod(period, toDay)}</div></td>
  <td class="number">${quantity}</td>
  <td class="number">${toMoney(amount, currency)}</td>
</tr>`;

function payForm({ invoice, saved, form, errors = {}, problem }: Shown) {
  const chosen = saved.some(({ id }) => id === form.with) ? form.with : "new";
  return html`<form class="card" method="post" novalidate>
    <h2>Pay this invoice</h2>
    ${alert(problem)}
    ${saved.map((method) => choice(method.id, toMethodName(method), chosen))}
    ${saved.length > 0 ? choice("new", "Another payment method", chosen) : ""}
    <div class="new">
      ${paymentFields({ types: toTypes(invoice), form, errors })}
    </div>
    <button class="block">Pay ${toMoney(invoice.amount_remaining, invoice.currency)}</button>
  </form>`;
}

const choice = (value: string, label: string, chosen: string) => html`<label class="choice"
  ><input type="radio" name="with" value="${value}"${value === chosen ? html` checked` : ""} /> ${label}</label>`;

const toTypes = ({ currency }: Invoice) => {
  if (currency === "usd") return ["card", "us_bank_account"];
  return currency === "eur" ? ["card", "sepa_debit"] : ["card"];
};
