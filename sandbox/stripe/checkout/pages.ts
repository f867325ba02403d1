import { z } from "zod";
import type { Context } from "../core/context.ts";
import { StripeError } from "../core/errors.ts";
import type { CheckoutSession } from "../core/objects.ts";
import { Answer, authenticationForm } from "../pages/authentication-form.ts";
import { apology, seeOther } from "../pages/layout.ts";
import { findMistakes, toNewPaymentMethod } from "../pages/payment-fields.ts";
import { readForm } from "../pages/read-form.ts";
import { findVisit, type Visit } from "../pages/visit.ts";
import { createPaymentMethod } from "../payments/create-payment-method.ts";
import type { StripeRequest } from "../router.ts";
import { authorizeSession, submitSession } from "./complete-session.ts";
import { asksForCard, PayForm, payPage } from "./pay-page.ts";

const noForm = PayForm.parse({});
const unconfirmed = "Your bank did not confirm the payment. Try again, or use another card.";

export async function showCheckout(c: StripeRequest): Promise<Response> {
  const visit = findSession(c);
  if (!visit) return unknownSession();
  if (visit.item.status !== "open") return closed(visit.item);
  const problem = c.req.query("problem") === "unconfirmed" ? unconfirmed : null;
  return payPage({ ...visit.act((ctx) => toShown(ctx, visit.item)), form: noForm, problem });
}

export async function submitCheckout(c: StripeRequest): Promise<Response> {
  const visit = findSession(c);
  if (!visit) return unknownSession();
  const { item: session } = visit;
  if (session.status !== "open") return closed(session);
  const form = await readForm(c, PayForm);
  const shown = visit.act((ctx) => toShown(ctx, session));
  const errors = visit.act((ctx) => findErrors(session, form, ctx.wall()));
  if (Object.keys(errors).length > 0) return payPage({ ...shown, form, errors });
  return attempt(
    visit,
    (ctx) => submit(ctx, session, form),
    (problem) => payPage({ ...shown, form, problem }),
  );
}

export function showAuthentication(c: StripeRequest): Promise<Response> | Response {
  const visit = findSession(c);
  if (!visit) return unknownSession();
  if (visit.item.status !== "open") return closed(visit.item);
  return authenticationForm({
    action: `/stripe/checkout/${visit.item.id}/authenticate`,
    amount: visit.item.amount_total,
    currency: visit.item.currency,
  });
}

export async function submitAuthentication(c: StripeRequest): Promise<Response> {
  const visit = findSession(c);
  if (!visit) return unknownSession();
  const { id, status } = visit.item;
  if (status !== "open") return closed(visit.item);
  const { answer } = await readForm(c, Answer);
  if (answer === "fail") {
    visit.act(({ db }) => db.checkoutRecords.change(id, { waiting: null }));
    return seeOther(`/stripe/checkout/${id}?problem=unconfirmed`);
  }
  const shown = visit.act((ctx) => toShown(ctx, visit.item));
  return attempt(
    visit,
    (ctx) => authorizeSession(ctx, id),
    (problem) => payPage({ ...shown, form: noForm, problem }),
  );
}

const findSession = (c: StripeRequest) =>
  findVisit(c, ({ checkoutSessions }) => checkoutSessions.find(c.req.param("session") ?? ""));

const toShown = ({ db }: Context, session: CheckoutSession) => {
  const { lines, data } = db.checkoutRecords.get(session.id);
  return { session, lines, data };
};

function submit(ctx: Context, session: CheckoutSession, form: PayForm): CheckoutSession | null {
  const email = session.customer_details?.email ?? form.email;
  const paymentMethod = asksForCard(session)
    ? createPaymentMethod(ctx, toNewPaymentMethod(form, email)).id
    : null;
  return submitSession(ctx, session.id, { payer: { email, name: form.name }, paymentMethod });
}

function findErrors(session: CheckoutSession, form: PayForm, now: number) {
  const errors = asksForCard(session) ? findMistakes(form, now) : {};
  const email = session.customer_details?.email ?? form.email;
  return z.email().safeParse(email).success ? errors : { ...errors, email: "Enter an e-mail address." };
}

/** Where the browser goes after an attempt to pay: on, to the bank, or back to the form with what is wrong. */
async function attempt(
  visit: Visit<CheckoutSession>,
  pay: (ctx: Context) => CheckoutSession | null,
  showAgain: (problem: string) => Promise<Response>,
): Promise<Response> {
  try {
    const paid = visit.act(pay);
    return seeOther(paid ? toSuccessUrl(paid) : `/stripe/checkout/${visit.item.id}/authenticate`);
  } catch (error) {
    if (error instanceof StripeError) return showAgain(error.body.message);
    throw error;
  }
}

const toSuccessUrl = ({ id, success_url }: CheckoutSession) =>
  (success_url ?? "").replaceAll("{CHECKOUT_SESSION_ID}", id);

const unknownSession = () => apology("Not found", "There is no such checkout session.", 404);

/** A session can be paid once, and only in time. */
function closed({ status, cancel_url, success_url, id }: CheckoutSession): Promise<Response> {
  if (status === "complete")
    return apology(
      "Already complete",
      "This checkout session has been completed. Nothing more is charged.",
      410,
      {
        href: (success_url ?? "").replaceAll("{CHECKOUT_SESSION_ID}", id),
        text: "Continue",
      },
    );
  const link = cancel_url ? { href: cancel_url, text: "Go back" } : undefined;
  return apology("Expired", "This checkout session has expired. Start again from where you came.", 410, link);
}
