import { and, eq } from "drizzle-orm";
import Stripe from "stripe";
import { forOrganization } from "#directory/directory.ts";
import { quantityChanges } from "#directory/schema/index.ts";
import { log } from "#lib/log.ts";
import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { getPriceIds } from "../get-price-ids.ts";
import type { Billed } from "./read-billed.ts";
import type { QuantityChange } from "./read-ledger.ts";
import { toPhases } from "./to-phases.ts";
import { toProrationDate } from "./to-proration-date.ts";

const { StripeAPIError, StripeIdempotencyError, StripeInvalidRequestError } = Stripe.errors;

/**
 * Carries out a row of the outbox, however often it was begun: the request has the row's id as its key and the row's
 * parameters. What Stripe will never do is written down as refused; of what may still be done, the row stays pending.
 */
export async function sendChange(
  ctx: BillingContext,
  change: QuantityChange,
  billed: Billed | null,
): Promise<"written" | "refused"> {
  const refusal = findRefusal(change, billed);
  if (billed === null || refusal !== null) return settle(ctx, change, "refused", refusal);
  try {
    await write(createStripe(ctx.env), change, billed);
  } catch (thrown) {
    if (thrown instanceof StripeInvalidRequestError) return settle(ctx, change, "refused", thrown.message);
    // Stripe gives the same failure for the same key for a day. The next attempt looks first whether it was done.
    if (thrown instanceof StripeAPIError || thrown instanceof StripeIdempotencyError)
      await renewKey(ctx, change);
    throw thrown;
  }
  return settle(ctx, change, "written", null);
}

function findRefusal(change: QuantityChange, billed: Billed | null): string | null {
  if (billed === null) return "The subscription has ended, is not paid for yet or has a change that waits.";
  if (billed.quantity === change.toQuantity) return null;
  if (billed.quantity !== change.fromQuantity || (billed.item !== null && billed.item.id !== change.itemId))
    return `Somebody else has changed the quantity to ${billed.quantity}.`;
  return toProrationDate(change.day, billed) > change.prorationDate
    ? "The billing period that it belongs to is over."
    : null;
}

async function write(stripe: Stripe, change: QuantityChange, billed: Billed): Promise<void> {
  const { id: key, subscriptionId, itemId, toQuantity: quantity, prorationDate } = change;
  const item = billed.item === null ? { price: itemId, quantity } : { id: itemId, quantity };
  const isNew = billed.quantity !== quantity;
  const subscription = isNew
    ? await stripe.subscriptions.update(
        subscriptionId,
        { items: [item], proration_behavior: "create_prorations", proration_date: prorationDate },
        { idempotencyKey: key },
      )
    : billed.subscription;
  if (billed.schedule === null) return;
  // Otherwise the next phase would bring its own quantity back.
  const phases = toPhases({ ...billed, subscription }, quantity, await getPriceIds(stripe));
  if (phases === null) return;
  await stripe.subscriptionSchedules.update(billed.schedule.id, { phases, proration_behavior: "none" });
}

async function settle<State extends "written" | "refused">(
  { env, id, now }: BillingContext,
  change: QuantityChange,
  state: State,
  error: string | null,
): Promise<State> {
  if (error !== null) log.warn("billing.quantity-refused", { organization: id, error });
  await forOrganization(env.DB, id)
    .orm.update(quantityChanges)
    .set({ state, error, writtenAt: state === "written" ? Math.floor(now) : null })
    .where(and(eq(quantityChanges.organizationId, id), eq(quantityChanges.id, change.id)));
  return state;
}

async function renewKey({ env, id }: BillingContext, change: QuantityChange): Promise<void> {
  await forOrganization(env.DB, id)
    .orm.update(quantityChanges)
    .set({ id: crypto.randomUUID(), error: "Stripe failed." })
    .where(and(eq(quantityChanges.organizationId, id), eq(quantityChanges.id, change.id)));
}
