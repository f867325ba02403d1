import { html } from "hono/html";
import { z } from "zod";
import { StripeError } from "../core/errors.ts";
import type { Invoice, Subscription } from "../core/objects.ts";
import { previewUpcoming } from "../invoices/preview-upcoming.ts";
import { rehearse } from "../invoices/rehearse.ts";
import { toPreview } from "../invoices/to-preview.ts";
import { alert } from "../pages/field.ts";
import { layout } from "../pages/layout.ts";
import { toDay, toMoney } from "../pages/money.ts";
import { toRate } from "../pages/rate.ts";
import { readForm } from "../pages/read-form.ts";
import type { StripeRequest } from "../router.ts";
import { hasFuturePhases } from "../schedules/has-future-phases.ts";
import { finish, refusal, scheduled } from "./finish.ts";
import { findSubscription, type Guest } from "./guest.ts";
import { type Choice, type Switch, switchPlan, toChoices } from "./plan.ts";
import { switchLater, waitsForPeriodEnd } from "./switch-later.ts";

const Wanted = z.object({ price: z.string(), quantity: z.coerce.number().int().min(1).catch(1) });
const impossible = "The plan of this subscription cannot be changed here.";

export function showUpdate(c: StripeRequest, guest: Guest): Promise<Response> {
  const subscription = findChangeable(c, guest);
  if (subscription === "scheduled") return refusal(guest, scheduled);
  const choices = subscription ? choicesOf(guest, subscription) : [];
  if (!subscription || choices.length === 0) return refusal(guest, impossible);
  const [item] = subscription.items.data;
  const quantity = choices.find((choice) => choice.quantity)?.quantity;
  return layout(
    "Change plan",
    html`<p><a href="${guest.home}?done=">← Back</a></p>
      <form class="card" method="get" action="${guest.home}/subscriptions/${subscription.id}/confirm">
        <h1>Change plan</h1>
        <fieldset>
          <legend>Plan</legend>
          ${choices.map((choice) => option(choice, item?.price.id))}
        </fieldset>
        ${
          quantity
            ? html`<div class="field">
                <label for="quantity">Quantity</label>
                <input id="quantity" name="quantity" type="number" value="${item?.quantity ?? 1}" min="${quantity.minimum}" max="${quantity.maximum ?? ""}" />
              </div>`
            : html`<input type="hidden" name="quantity" value="${item?.quantity ?? 1}" />`
        }
        <button>Continue</button>
      </form>`,
  );
}

const option = ({ price, product }: Choice, current: string | undefined) => html`<label class="choice"
  ><input type="radio" name="price" value="${price.id}"${price.id === current ? html` checked` : ""} />
  <span>${product} <span class="soft">${toRate(price)}${price.id === current ? " · your plan" : ""}</span></span></label
>`;

export function showConfirm(c: StripeRequest, guest: Guest, problem?: string): Promise<Response> {
  const found = findSwitch(c, guest, Wanted.safeParse(c.req.query()).data);
  if (found instanceof Promise) return found;
  const { subscription, wanted, choice } = found;
  const { now, next, later } = guest.act((ctx) =>
    rehearse(ctx, () => {
      const { subscription_update: feature } = guest.features;
      if (waitsForPeriodEnd(ctx, subscription, wanted, feature))
        return { now: null, next: null, later: switchLater(ctx, subscription, wanted) };
      const after = switchPlan(ctx, subscription, wanted, feature, "allow_incomplete");
      const invoice =
        after.latest_invoice !== subscription.latest_invoice
          ? ctx.db.invoices.find(after.latest_invoice ?? "")
          : null;
      return {
        now: invoice ? toPreview(ctx, invoice) : null,
        next: previewUpcoming(ctx, after),
        later: null,
      };
    }),
  );
  return layout(
    "Confirm your change",
    html`<p><a href="${guest.home}/subscriptions/${subscription.id}/update">← Back</a></p>
      <form class="card" method="post" action="${guest.home}/subscriptions/${subscription.id}/confirm?${new URLSearchParams({ price: wanted.price, quantity: String(wanted.quantity) })}">
        <h1>Confirm your change</h1>
        ${alert(problem)}
        <h3>${choice.product}${wanted.quantity === 1 ? "" : ` × ${wanted.quantity}`}</h3>
        <p class="soft">${toRate(choice.price)}</p>
        ${later ? html`<p>Your plan changes on ${toDay(later)}, and stays as it is until then.</p>` : ""}
        ${now ? bill("Due today", now) : html`<p>Nothing is due today.</p>`}
        ${next ? bill("Next invoice", next) : ""}
        <button class="block">Confirm</button>
      </form>`,
    { status: problem ? 402 : 200 },
  );
}

const bill = (title: string, { lines, amount_due, currency }: Invoice) => html`<h2>${title}</h2>
  <table>
    <tbody>
      ${lines.data.map(({ description, amount }) => html`<tr><td>${description}</td><td class="number">${toMoney(amount, currency)}</td></tr>`)}
    </tbody>
    <tfoot><tr><td>${title}</td><td class="number">${toMoney(amount_due, currency)}</td></tr></tfoot>
  </table>`;

export async function submitConfirm(c: StripeRequest, guest: Guest): Promise<Response> {
  await readForm(c, z.object({}));
  const found = findSwitch(c, guest, Wanted.safeParse(c.req.query()).data);
  if (found instanceof Promise) return found;
  const { subscription, wanted } = found;
  try {
    const later = guest.act((ctx) => {
      const { subscription_update: feature } = guest.features;
      if (waitsForPeriodEnd(ctx, subscription, wanted, feature))
        return switchLater(ctx, subscription, wanted);
      switchPlan(ctx, subscription, wanted, feature, "error_if_incomplete");
      return null;
    });
    return finish(guest, later ? `Your plan changes on ${toDay(later)}.` : "Your plan has been changed.");
  } catch (error) {
    if (error instanceof StripeError) return showConfirm(c, guest, error.body.message);
    throw error;
  }
}

/** A change that the configuration offers, of a subscription that allows it. */
function findSwitch(c: StripeRequest, guest: Guest, wanted: Switch | undefined) {
  const subscription = findChangeable(c, guest);
  if (subscription === "scheduled") return refusal(guest, scheduled);
  const choice =
    subscription && choicesOf(guest, subscription).find(({ price }) => price.id === wanted?.price);
  if (!subscription || !wanted || !choice) return refusal(guest, impossible);
  const current = subscription.items.data[0]?.quantity ?? 1;
  const { minimum, maximum } = choice.quantity ?? { minimum: current, maximum: current };
  if (wanted.quantity < minimum || wanted.quantity > (maximum ?? Infinity))
    return refusal(guest, "This quantity is not offered.");
  return { subscription, wanted, choice };
}

/** The portal changes subscriptions of one item only, and none whose future is planned. */
function findChangeable(c: StripeRequest, guest: Guest): Subscription | "scheduled" | undefined {
  const subscription = findSubscription(c, guest);
  if (subscription && guest.act((ctx) => hasFuturePhases(ctx, subscription))) return "scheduled";
  const isOffered = guest.features.subscription_update.enabled && subscription?.items.data.length === 1;
  return isOffered ? subscription : undefined;
}

const choicesOf = ({ act, features }: Guest, subscription: Subscription) =>
  act((ctx) => toChoices(ctx, subscription, features.subscription_update));
