import { and, eq, isNull } from "drizzle-orm";
import { forOrganization } from "#directory/directory.ts";
import { billingChanges, billingDrifts } from "#directory/schema/index.ts";
import type { BillingContext } from "../billing-context.ts";
import { toDuplicateId } from "./cancel-duplicates.ts";
import type { StripeState } from "./read-customer.ts";
import { isLive } from "./to-billing-state.ts";
import { type SubscriptionState, toSubscriptionState } from "./to-subscription-state.ts";

/** Writes down that duplicates were canceled, also those of a sync that ended before it could. */
export async function settleDuplicates(ctx: BillingContext, { subscriptions }: StripeState): Promise<void> {
  const states = subscriptions.flatMap((found) => toSubscriptionState(found) ?? []);
  for (const id of await listUnsettled(ctx)) {
    const state = states.find(({ columns }) => columns.subscriptionId === id);
    if (state === undefined) continue;
    // The older one ended by itself before this one was canceled: it is no duplicate any more.
    if (isLive(state)) await forget(ctx, id);
    else await settle(ctx, state);
  }
}

const isOpen = (id: BillingContext["id"]) =>
  and(
    eq(billingDrifts.organizationId, id),
    eq(billingDrifts.kind, "duplicate_subscription"),
    isNull(billingDrifts.repairedAt),
  );

async function listUnsettled({ env, id }: BillingContext): Promise<string[]> {
  const rows = await forOrganization(env.DB, id)
    .orm.select({ found: billingDrifts.found })
    .from(billingDrifts)
    .where(isOpen(id));
  return rows.map(({ found }) => found);
}

async function forget({ env, id }: BillingContext, subscriptionId: string): Promise<void> {
  await forOrganization(env.DB, id)
    .orm.delete(billingDrifts)
    .where(and(isOpen(id), eq(billingDrifts.id, toDuplicateId(subscriptionId))));
}

async function settle({ env, id, now }: BillingContext, { columns, plan }: SubscriptionState): Promise<void> {
  const { subscriptionId, quantity, endedAt } = columns;
  const at = Math.floor(now);
  const { orm } = forOrganization(env.DB, id);
  await orm.batch([
    orm
      .update(billingDrifts)
      .set({ repairedAt: at })
      .where(and(isOpen(id), eq(billingDrifts.id, toDuplicateId(subscriptionId)))),
    orm
      .insert(billingChanges)
      .values({
        id: `${subscriptionId}/duplicate_canceled`,
        organizationId: id,
        at,
        kind: "duplicate_canceled",
        actor: "system",
        fromPlan: plan,
        fromQuantity: quantity,
        effectiveAt: endedAt ?? at,
      })
      .onConflictDoNothing(),
  ]);
}
