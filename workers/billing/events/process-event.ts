import type Stripe from "stripe";
import { claimEvent } from "#directory/billing/claim-event.ts";
import { finishEvents, type Outcome } from "#directory/billing/finish-events.ts";
import type { Env } from "#env.ts";
import { log } from "#lib/log.ts";
import { STRIPE_VERSION } from "../create-stripe.ts";
import { syncCustomer } from "../sync/sync-customer.ts";
import { isHandled } from "./event-types.ts";
import { findOrAdoptCustomer } from "./find-or-adopt-customer.ts";
import { toReceivedEvent } from "./to-received-event.ts";

interface Processing {
  env: Env;
  now: number;
  /** Also what was processed before. */
  again?: boolean;
}

export type Processed = "completed" | "ignored" | "held";

/** Does what an event sets off, once. Throws where that failed: then it is to come again. */
export async function processEvent(ctx: Processing, event: Stripe.Event): Promise<Processed> {
  // Not even noted: to say that it was taken in, nothing of ours has to work.
  if (!isHandled(event.type)) return "ignored";
  if (event.api_version !== STRIPE_VERSION) {
    log.warn("stripe.version-differs", { event: event.id, version: event.api_version ?? "none" });
  }
  const claim = await claimEvent(ctx.env.DB, toReceivedEvent(event), ctx);
  if (claim !== "claimed") return claim;
  return finish(ctx, toReceivedEvent(event).customerId, [event.id]);
}

/** Events of one customer at once: one reading does what all of them ask for. Returns how many were completed. */
export async function processTogether(
  ctx: Processing,
  customerId: string | null,
  events: Stripe.Event[],
): Promise<number> {
  const claimed: string[] = [];
  for (const event of events) {
    const claim = await claimEvent(ctx.env.DB, toReceivedEvent(event), ctx);
    if (claim === "claimed") claimed.push(event.id);
  }
  if (claimed.length === 0) return 0;
  return (await finish(ctx, customerId, claimed)) === "completed" ? claimed.length : 0;
}

async function finish(
  { env, now }: Processing,
  customerId: string | null,
  ids: string[],
): Promise<"completed" | "ignored"> {
  try {
    const outcome = await handle({ env, now }, customerId);
    await finishEvents(env.DB, ids, outcome, now);
    return outcome.state;
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown.message : String(thrown);
    await finishEvents(env.DB, ids, { state: "failed", organization: null, error }, now);
    throw thrown;
  }
}

async function handle({ env, now }: Processing, customerId: string | null) {
  const organization = customerId === null ? null : await findOrAdoptCustomer(env, customerId);
  if (organization === null) return { state: "ignored", organization } as const;
  await syncCustomer({ env, id: organization, now, by: { actor: "system" } });
  return { state: "completed", organization } as const satisfies Outcome;
}
