import { html } from "hono/html";
import { z } from "zod";
import type { CheckoutLine, CheckoutSession } from "../core/objects.ts";
import { alert, field } from "../pages/field.ts";
import { layout } from "../pages/layout.ts";
import { toMoney } from "../pages/money.ts";
import { type Errors, PaymentForm, paymentFields } from "../pages/payment-fields.ts";
import type { CheckoutData } from "./checkout-data.ts";
import { summary } from "./summary.ts";

export const PayForm = PaymentForm.extend({ email: z.string().trim().max(512).default("") });
export type PayForm = z.output<typeof PayForm>;

export interface PayPage {
  session: CheckoutSession;
  lines: CheckoutLine[];
  data: CheckoutData;
  form: PayForm;
  errors?: Errors;
  /** Why the last attempt failed. */
  problem?: string | null;
}

/** The hosted page of an open session. */
export function payPage({ session, lines, data, form, errors = {}, problem }: PayPage): Promise<Response> {
  const known = session.customer_details?.email;
  const content = html`<div class="columns">
    ${summary({ session, lines, data })}
    <section class="card" aria-label="Payment">
      <form method="post" action="/stripe/checkout/${session.id}" novalidate>
        <h2>${asksForCard(session) ? "Payment details" : "Your details"}</h2>
        ${alert(problem)}
        ${field({
          name: "email",
          label: "E-mail",
          type: "email",
          autocomplete: "email",
          value: known ?? form.email,
          readonly: Boolean(known),
          error: errors.email,
        })}
        ${
          asksForCard(session)
            ? paymentFields({ types: session.payment_method_types, form, errors })
            : field({
                name: "name",
                label: "Name",
                value: form.name,
                error: errors.name,
                autocomplete: "name",
              })
        }
        ${session.custom_text.submit ? html`<p class="soft">${session.custom_text.submit.message}</p>` : ""}
        <button class="block">${toSubmit(session, data)}</button>
      </form>
    </section>
  </div>`;
  return layout("Checkout", content, {
    wide: true,
    status: problem || Object.keys(errors).length > 0 ? 402 : 200,
  });
}

/** Whether anything is to be paid, now or later, that a card must be there for. */
export const asksForCard = ({ amount_total, payment_method_collection }: CheckoutSession) =>
  amount_total !== 0 || payment_method_collection === "always";

function toSubmit(
  { mode, amount_total, currency }: CheckoutSession,
  { subscription_data }: CheckoutData,
): string {
  if (mode === "setup") return "Save";
  if (subscription_data?.trial_end || subscription_data?.trial_period_days) return "Start trial";
  if (mode === "subscription") return "Subscribe";
  return amount_total && currency ? `Pay ${toMoney(amount_total, currency)}` : "Complete order";
}
