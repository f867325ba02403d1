import { html } from "hono/html";
import type { CheckoutLine, CheckoutSession } from "../core/objects.ts";
import { toDay, toMoney } from "../pages/money.ts";
import { toRate } from "../pages/rate.ts";
import type { CheckoutData } from "./checkout-data.ts";

interface Shown {
  session: CheckoutSession;
  lines: CheckoutLine[];
  data: CheckoutData;
}

/** What is bought, what it costs, and when. */
export function summary({ session, lines, data }: Shown) {
  const currency = session.currency ?? "usd";
  return html`<section aria-label="Order">
    ${session.cancel_url ? html`<p><a href="${session.cancel_url}">← Back</a></p>` : ""}
    <p class="soft">${toHeading(session)}</p>
    ${session.amount_total === null ? "" : html`<p class="amount">${toMoney(session.amount_total, currency)}</p>`}
    ${toTrial(data)}
    <table>
      <caption class="soft" hidden>Lines</caption>
      <tbody>${lines.map(line)}</tbody>
      ${
        session.amount_total === null
          ? ""
          : html`<tfoot>
              <tr><td>Due today</td><td class="number">${toMoney(session.amount_total, currency)}</td></tr>
            </tfoot>`
      }
    </table>
  </section>`;
}

const line = ({ description, price, quantity, amount_total, currency }: CheckoutLine) => html`<tr>
  <td>
    ${description}${quantity !== null && quantity !== 1 ? html` × ${quantity}` : ""}
    ${price ? html`<div class="soft">${toRate(price)}</div>` : ""}
  </td>
  <td class="number">${toMoney(amount_total, currency)}</td>
</tr>`;

function toHeading({ mode }: CheckoutSession): string {
  if (mode === "subscription") return "Subscribe";
  return mode === "setup" ? "Save a payment method" : "Pay";
}

function toTrial({ subscription_data: { trial_end, trial_period_days } = {} }: CheckoutData) {
  if (trial_period_days)
    return html`<p>${trial_period_days} ${trial_period_days === 1 ? "day" : "days"} free, then as below.</p>`;
  return trial_end ? html`<p>Free until ${toDay(trial_end)}, then as below.</p>` : "";
}
