import { html } from "hono/html";
import type { Context } from "../core/context.ts";
import { StripeError } from "../core/errors.ts";
import { changeCustomer } from "../customers/change-customer.ts";
import { alert } from "../pages/field.ts";
import { layout, seeOther } from "../pages/layout.ts";
import {
  type Errors,
  findMistakes,
  PaymentForm,
  paymentFields,
  toNewPaymentMethod,
} from "../pages/payment-fields.ts";
import { readForm } from "../pages/read-form.ts";
import { confirmSetupIntent } from "../payments/confirm-setup-intent.ts";
import { createPaymentMethod } from "../payments/create-payment-method.ts";
import { createSetupIntent } from "../payments/create-setup-intent.ts";
import type { StripeRequest } from "../router.ts";
import { hasEnded } from "../subscriptions/statuses.ts";
import { updateSubscription } from "../subscriptions/update-subscription.ts";
import { finish, refusal } from "./finish.ts";
import type { Guest } from "./guest.ts";

const off = "Payment methods cannot be changed here.";

export function showPaymentMethod(_: StripeRequest, guest: Guest): Promise<Response> {
  return guest.features.payment_method_update.enabled
    ? page(guest, PaymentForm.parse({}))
    : refusal(guest, off);
}

export async function submitPaymentMethod(c: StripeRequest, guest: Guest): Promise<Response> {
  if (!guest.features.payment_method_update.enabled) return refusal(guest, off);
  const form = await readForm(c, PaymentForm);
  const errors = findMistakes(
    form,
    guest.act((ctx) => ctx.wall()),
  );
  if (Object.keys(errors).length > 0) return page(guest, form, { errors });
  try {
    const { status, setupIntent, error } = guest.act((ctx) => setUp(ctx, guest, form));
    const back = `${guest.home}/payment-method/${setupIntent.id}`;
    if (status === "requires_action")
      return seeOther(`/stripe/authenticate/${setupIntent.id}?next=${encodeURIComponent(back)}`);
    return error ? page(guest, form, { problem: error.message }) : seeOther(back);
  } catch (error) {
    if (error instanceof StripeError) return page(guest, form, { problem: error.body.message });
    throw error;
  }
}

/** Once the card is set up, perhaps by way of its bank, it pays from now on. */
export function keepPaymentMethod(c: StripeRequest, guest: Guest): Promise<Response> | Response {
  const { customer } = guest;
  const intent = guest.act(({ db }) => db.setupIntents.find(c.req.param("intent") ?? ""));
  const method = intent?.payment_method;
  if (intent?.customer !== customer.id || intent.status !== "succeeded" || !method)
    return page(guest, PaymentForm.parse({}), {
      problem: "Your bank did not confirm this card. Try again, or use another one.",
    });
  guest.act((ctx) => makeDefault(ctx, customer.id, method));
  return finish(guest, "Your payment method has been changed.");
}

function setUp(ctx: Context, { customer }: Guest, form: PaymentForm) {
  const method = createPaymentMethod(ctx, toNewPaymentMethod(form, customer.email));
  const intent = createSetupIntent(ctx, { customer: customer.id, paymentMethod: method.id });
  return confirmSetupIntent(ctx, intent.id);
}

function makeDefault(ctx: Context, customer: string, method: string): void {
  const { invoice_settings } = ctx.db.customers.get(customer);
  changeCustomer(ctx, customer, {
    invoice_settings: { ...invoice_settings, default_payment_method: method },
  });
  // One that has a payment method of its own would never use the new one.
  for (const subscription of ctx.db.subscriptions.by("customer", customer))
    if (!hasEnded(subscription) && subscription.default_payment_method)
      updateSubscription(ctx, subscription.id, { default_payment_method: method });
}

function page(
  guest: Guest,
  form: PaymentForm,
  { errors = {}, problem }: { errors?: Errors; problem?: string } = {},
): Promise<Response> {
  const failed = problem !== undefined || Object.keys(errors).length > 0;
  return layout(
    "Payment method",
    html`<p><a href="${guest.home}?done=">← Back</a></p>
      <form class="card" method="post" action="${guest.home}/payment-method" novalidate>
        <h1>Payment method</h1>
        ${alert(problem)}
        ${paymentFields({ types: ["card", guest.customer.currency === "eur" ? "sepa_debit" : "us_bank_account"], form, errors })}
        <button class="block">Save</button>
      </form>`,
    { status: failed ? 402 : 200 },
  );
}
