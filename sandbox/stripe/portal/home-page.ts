import { html } from "hono/html";
import type { Context } from "../core/context.ts";
import type { Invoice, PaymentMethod, Subscription } from "../core/objects.ts";
import { previewUpcoming } from "../invoices/preview-upcoming.ts";
import { notice } from "../pages/field.ts";
import { layout, seeOther } from "../pages/layout.ts";
import { toDay, toMoney } from "../pages/money.ts";
import { toMethodName } from "../pages/payment-method-name.ts";
import { statusTag } from "../pages/status-tag.ts";
import type { StripeRequest } from "../router.ts";
import { hasEnded, maxPeriodEnd } from "../subscriptions/statuses.ts";
import { toFlowPath } from "./flow-path.ts";
import { type Guest, subscriptionsOf } from "./guest.ts";
import { isPausable } from "./pause-page.ts";
import { planLines } from "./plan.ts";

export function showPortal(c: StripeRequest, guest: Guest): Promise<Response> | Response {
  const done = c.req.query("done");
  if (guest.session.flow && done === undefined) return seeOther(toFlowPath(guest.home, guest.session.flow));
  const { configuration, customer, features, session } = guest;
  const live = subscriptionsOf(guest).filter((subscription) => !hasEnded(subscription));
  return layout(
    "Billing",
    html`${session.return_url ? html`<p><a href="${session.return_url}">← Back</a></p>` : ""}
      <h1>${configuration.business_profile.headline ?? "Billing"}</h1>
      ${notice(done)}
      <section class="card">
        <h2>Subscriptions</h2>
        ${live.length === 0 ? html`<p>You have no subscription.</p>` : live.map((subscription) => plan(guest, subscription))}
      </section>
      ${features.payment_method_update.enabled ? methods(guest) : ""}
      ${
        features.customer_update.enabled
          ? html`<section class="card">
              <h2>Billing details</h2>
              <dl class="pairs">
                <dt>Name</dt><dd>${customer.name ?? "–"}</dd>
                <dt>E-mail</dt><dd>${customer.email ?? "–"}</dd>
              </dl>
              <a class="button plain" href="${guest.home}/details">Change details</a>
            </section>`
          : ""
      }
      ${features.invoice_history.enabled ? invoices(guest) : ""}`,
  );
}

function plan(guest: Guest, subscription: Subscription) {
  const { act, features, home } = guest;
  const { id, cancel_at, schedule, status } = subscription;
  const isEnding = cancel_at !== null || subscription.cancel_at_period_end;
  const path = `${home}/subscriptions/${id}`;
  return html`<article>
    ${act((ctx) => planLines(ctx, subscription))}
    <p>${statusTag(status)} <span class="soft">${act((ctx) => toOutlook(ctx, subscription))}</span></p>
    ${schedule ? html`<p class="soft">A change is planned.</p>` : ""}
    <div class="actions">
      ${features.subscription_update.enabled ? html`<a class="button plain" href="${path}/update">Change plan</a>` : ""}
      ${
        status === "paused"
          ? html`<form method="post" action="${path}/unpause"><button>Resume</button></form>`
          : features.subscription_pause.enabled && isPausable(subscription)
            ? html`<a class="button plain" href="${path}/pause">Pause</a>`
            : ""
      }
      ${
        isEnding
          ? html`<form method="post" action="${path}/resume"><button>Don't cancel</button></form>`
          : features.subscription_cancel.enabled
            ? html`<a class="button plain" href="${path}/cancel">Cancel</a>`
            : ""
      }
    </div>
  </article>`;
}

/** What comes next: the end, or the next invoice. */
function toOutlook(ctx: Context, subscription: Subscription): string {
  const { cancel_at, cancel_at_period_end, trial_end, status } = subscription;
  if (status === "paused") return "Nothing is charged until it is resumed.";
  if (cancel_at !== null || cancel_at_period_end)
    return `Ends on ${toDay(cancel_at ?? maxPeriodEnd(subscription))}`;
  const upcoming = previewUpcoming(ctx, subscription);
  if (!upcoming) return "";
  const amount = toMoney(upcoming.amount_due, upcoming.currency);
  const day = toDay(status === "trialing" && trial_end ? trial_end : maxPeriodEnd(subscription));
  return `Next invoice on ${day}: ${amount}`;
}

function methods({ act, customer, home }: Guest) {
  const saved = act(({ db }) => db.paymentMethods.by("customer", customer.id));
  const chosen = customer.invoice_settings.default_payment_method;
  const row = (method: PaymentMethod) => html`<tr>
    <td>${toMethodName(method)}${method.card ? html` <span class="soft">${method.card.exp_month}/${method.card.exp_year}</span>` : ""}</td>
    <td class="number">${method.id === chosen ? html`<span class="tag">Default</span>` : ""}</td>
  </tr>`;
  return html`<section class="card">
    <h2>Payment methods</h2>
    ${saved.length === 0 ? html`<p>None yet.</p>` : html`<table><tbody>${saved.map(row)}</tbody></table>`}
    <a class="button plain" href="${home}/payment-method">${saved.length === 0 ? "Add a payment method" : "Change payment method"}</a>
  </section>`;
}

function invoices({ act, customer }: Guest) {
  const issued = act(({ db }) => db.invoices.by("customer", customer.id)).filter(
    ({ hosted_invoice_url }) => hosted_invoice_url,
  );
  const row = ({ created, number, hosted_invoice_url, status, total, currency }: Invoice) => html`<tr>
    <td><a href="${hosted_invoice_url ?? ""}">${number}</a><div class="soft">${toDay(created)}</div></td>
    <td>${statusTag(status ?? "")}</td>
    <td class="number">${toMoney(total, currency)}</td>
  </tr>`;
  return html`<section class="card">
    <h2>Invoices</h2>
    ${issued.length === 0 ? html`<p>None yet.</p>` : html`<table><tbody>${issued.toReversed().map(row)}</tbody></table>`}
  </section>`;
}
