import type Stripe from "stripe";
import { claimEvent } from "#directory/billing/claim-event.ts";
import { finishEvent, type Outcome } from "#directory/billing/finish-event.ts";
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
  const { env, now } = ctx;
  // Not even noted: to say that it was taken in, nothing of ours has to work.
  if (!isHandled(event.type)) return "ignored";
  if (event.api_version !== STRIPE_VERSION) {
    log.warn("stripe.version-differs", { event: event.id, version: event.api_version ?? "none" });
  }
  const claim = await claimEvent(env.DB, toReceivedEvent(event), ctx);
  if (claim !== "claimed") return claim;
  try {
    const outcome = await handle(ctx, event);
    await finishEvent(env.DB, event.id, outcome, now);
    return outcome.state;
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown.message : String(thrown);
    await finishEvent(env.DB, event.id, { state: "failed", organization: null, error }, now);
    throw thrown;
  }
}

async function handle({ env, now }: Processing, event: Stripe.Event) {
  const { customerId } = toReceivedEvent(event);
  const organization = customerId === null ? null : await findOrAdoptCustomer(env, customerId);
  if (organization === null) return { state: "ignored", organization } as const;
  await syncCustomer({ env, id: organization, now, by: { actor: "system" } });
  return { state: "completed", organization } as const satisfies Outcome;
}
