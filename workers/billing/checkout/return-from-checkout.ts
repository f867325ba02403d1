import { z } from "zod";
import { AppError } from "#errors.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { findOrNull } from "../setup/find-or-null.ts";
import { syncCustomer } from "../sync/sync-customer.ts";
import { toBillingError } from "../to-billing-error.ts";

export const ReturnFromCheckout = z.strictObject({ sessionId: z.string().regex(/^cs_\w{1,200}$/) });
export type ReturnFromCheckout = z.infer<typeof ReturnFromCheckout>;

export interface CheckoutOutcome {
  /** `processing`: the bank takes its time over a debit. */
  outcome: "paid" | "processing" | "open" | "expired";
}

/** Whoever comes back from the page says only which one it was. What came of it, Stripe says. */
export async function returnFromCheckout(
  ctx: BillingContext,
  input: ReturnFromCheckout,
): Promise<CheckoutOutcome> {
  const { sessionId } = parseInput(ReturnFromCheckout, input);
  const stripe = createStripe(ctx.env);
  try {
    const session = await findOrNull(stripe.checkout.sessions.retrieve(sessionId));
    if (session === null || session.metadata?.organization !== ctx.id) {
      throw new AppError("not_found", "There is no such checkout of this organization.");
    }
    await syncCustomer(ctx);
    if (session.status !== "complete") return { outcome: session.status === "expired" ? "expired" : "open" };
    return { outcome: session.payment_status === "unpaid" ? "processing" : "paid" };
  } catch (thrown) {
    throw toBillingError(thrown);
  }
}
