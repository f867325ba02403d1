import type { Context } from "hono";
import type { BillingContext } from "#billing/billing-context.ts";
import { consumeRate } from "#directory/consume-rate.ts";
import type { HonoEnv } from "#http/hono.ts";
import { getNow } from "#lib/get-now.ts";
import { changeOrganization } from "#lifecycle/change-organization.ts";

/** The member who asks, as billing's verbs take them. */
export async function toBillingContext(c: Context<HonoEnv>): Promise<BillingContext> {
  const { by, id } = c.get("member");
  return { env: c.env, id, by, now: Math.floor(await getNow(c.env)) };
}

const RATE = { requests: 10, seconds: 60 };

/** For what asks Stripe many times over: so often may each organization, whoever of its members asks. */
export async function limitRate(c: Context<HonoEnv>, what: string): Promise<void> {
  const { env, id, now } = await toBillingContext(c);
  await consumeRate(env.DB, `${what}/${id}`, RATE, now);
}

/** Does it, and writes down in the organization's log that it was begun and how it ended. */
export async function withAudit<Value>(
  c: Context<HonoEnv>,
  entry: { action: `billing/${string}`; details?: Record<string, unknown> },
  run: (ctx: BillingContext) => Promise<Value>,
): Promise<Value> {
  const ctx = await toBillingContext(c);
  return changeOrganization(ctx, entry, () => run(ctx));
}

export const BILLING = "/api/v1/organizations/{organization}/billing";
