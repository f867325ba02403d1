import { z } from "zod";
import { getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { getAccount } from "../get-account.ts";
import { findOrNull } from "../setup/find-or-null.ts";
import { findPortal } from "../setup/put-portal.ts";
import { syncCustomer } from "../sync/sync-customer.ts";
import { toBillingError } from "../to-billing-error.ts";

export const OpenPortal = z.strictObject({
  /** Straight to one task; left out: to the front page. */
  flow: z.enum(["payment_method_update", "customer_update"]).optional(),
});
export type OpenPortal = z.infer<typeof OpenPortal>;

/** Stripe's own pages: cards, invoices, address. What changes the subscription, Latchkey does itself. */
export async function openPortal(ctx: BillingContext, input: OpenPortal): Promise<{ url: string }> {
  const { flow } = parseInput(OpenPortal, input);
  const stripe = createStripe(ctx.env);
  const { customerId } = await getAccount(ctx);
  if (customerId === null) throw nothingThere();
  try {
    const portal = await findPortal(stripe);
    const creating = stripe.billingPortal.sessions.create({
      customer: customerId,
      return_url: `${getConfig(ctx.env).dashboardUrl}/billing?organization=${ctx.id}`,
      ...(portal && { configuration: portal.id }),
      ...(flow && { flow_data: { type: flow } }),
    });
    const session = await findOrNull(creating);
    if (session !== null) return { url: session.url };
    await syncCustomer(ctx);
    throw nothingThere();
  } catch (thrown) {
    throw toBillingError(thrown);
  }
}

const nothingThere = () =>
  new AppError("conflict", "The organization is no customer at Stripe yet: subscribe first.");
