import type { Context } from "../core/context.ts";
import type { PaymentIntent, SetupIntent } from "../core/objects.ts";
import { confirmPaymentIntent } from "../payments/confirm-payment-intent.ts";
import { confirmSetupIntent } from "../payments/confirm-setup-intent.ts";
import type { StripeRequest } from "../router.ts";
import { Answer, authenticationForm } from "./authentication-form.ts";
import { apology, seeOther } from "./layout.ts";
import { readForm } from "./read-form.ts";
import { findVisit } from "./visit.ts";

type Intent = PaymentIntent | SetupIntent;

/** The bank's page for a payment or a set-up that waits for its customer, wherever it was begun. */
export async function showAuthentication(c: StripeRequest): Promise<Response> {
  const visit = findIntent(c);
  if (!visit) return unknownIntent();
  const { item: intent } = visit;
  if (intent.status !== "requires_action") return nothingToConfirm();
  const next = toNext(c);
  return authenticationForm({
    action: `/stripe/authenticate/${intent.id}${next ? `?next=${encodeURIComponent(next)}` : ""}`,
    amount: "amount" in intent ? intent.amount : null,
    currency: "currency" in intent ? intent.currency : null,
  });
}

export async function submitAuthentication(c: StripeRequest): Promise<Response> {
  const visit = findIntent(c);
  if (!visit) return unknownIntent();
  const { item: intent } = visit;
  if (intent.status !== "requires_action") return nothingToConfirm();
  const { answer } = await readForm(c, Answer);
  visit.act((ctx) => confirm(ctx, intent, answer === "authorize"));
  const next = intent.next_action?.redirect_to_url?.return_url ?? toNext(c);
  if (next) return seeOther(next);
  return answer === "authorize"
    ? apology("Confirmed", "Your bank has confirmed it. You can close this page.", 200)
    : apology("Not confirmed", "Your bank did not confirm it. Nothing has been charged.", 200);
}

function confirm(ctx: Context, { id, object }: Intent, authenticated: boolean): void {
  if (object === "payment_intent") confirmPaymentIntent(ctx, id, { authenticated });
  else confirmSetupIntent(ctx, id, { authenticated });
}

const findIntent = (c: StripeRequest) =>
  findVisit<Intent>(c, ({ paymentIntents, setupIntents }) => {
    const id = c.req.param("intent") ?? "";
    return paymentIntents.find(id) ?? setupIntents.find(id);
  });

/** Where a page of ours wants its customer back. */
function toNext(c: StripeRequest): string | null {
  const next = c.req.query("next");
  return next?.startsWith("/stripe/") ? next : null;
}

const unknownIntent = () => apology("Not found", "There is no such payment.", 404);

const nothingToConfirm = () =>
  apology("Nothing to confirm", "This payment does not wait for a confirmation.", 410);
