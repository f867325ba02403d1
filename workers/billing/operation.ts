import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { forOrganization } from "#directory/directory.ts";
import { billingAccounts } from "#directory/schema/index.ts";
import { AppError } from "#errors.ts";
import { log } from "#lib/log.ts";
import type { BillingContext } from "./billing-context.ts";
import type { BillingAccount } from "./sync/to-billing-state.ts";
import { toBillingError } from "./to-billing-error.ts";

/** How long a change holds the place at most, should its process end in the middle of it. */
const LEASE_MS = 5 * 60 * 1_000;

/** Why somebody wants it, as the history tells it. */
interface Why {
  reason?: string;
  feedback?: string;
}

/** One change of an organization's subscription at a time. What Stripe refuses on the way leaves as a refusal of ours. */
export async function withOperation<Value>(
  ctx: BillingContext,
  name: string,
  task: () => Promise<Value>,
  why: Why = {},
): Promise<Value> {
  const operation = { id: crypto.randomUUID(), name, actor: ctx.by.actor, ...why };
  const isFree = or(isNull(billingAccounts.operation), lt(billingAccounts.operationUntil, ctx.now));
  const { orm } = forOrganization(ctx.env.DB, ctx.id);
  const held = await orm
    .update(billingAccounts)
    .set({ operation, operationUntil: Math.floor(ctx.now) + LEASE_MS })
    .where(and(eq(billingAccounts.organizationId, ctx.id), isFree))
    .returning({ id: billingAccounts.organizationId });
  if (held.length === 0) {
    const message = "Another change of the subscription is under way. Try again in a moment.";
    throw new AppError("conflict", message, { whoCanFix: "time" });
  }
  try {
    return await task();
  } catch (thrown) {
    throw toBillingError(thrown);
  } finally {
    await release(ctx, operation.id).catch((thrown: unknown) =>
      log.error("billing.operation-not-released", thrown, { organization: ctx.id, operation: name }),
    );
  }
}

/** What is under way; null also where its process ended in the middle of it. */
export function findOperation(
  { operation, operationUntil }: Pick<BillingAccount, "operation" | "operationUntil">,
  now: number,
): BillingAccount["operation"] {
  return operationUntil !== null && now <= operationUntil ? operation : null;
}

/** Not what somebody else holds by now, because this one took too long. */
async function release({ env, id }: BillingContext, operation: string): Promise<void> {
  const isOurs = sql`${billingAccounts.operation} ->> 'id' = ${operation}`;
  await forOrganization(env.DB, id)
    .orm.update(billingAccounts)
    .set({ operation: null, operationUntil: null })
    .where(and(eq(billingAccounts.organizationId, id), isOurs));
}
