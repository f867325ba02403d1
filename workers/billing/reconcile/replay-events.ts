import type Stripe from "stripe";
import { listSettledEvents } from "#directory/billing/list-settled-events.ts";
import type { Env } from "#env.ts";
import { AppError } from "#errors.ts";
import { log } from "#lib/log.ts";
import { createStripe } from "../create-stripe.ts";
import { eventTypes } from "../events/event-types.ts";
import { processEvent, processTogether } from "../events/process-event.ts";
import { toReceivedEvent } from "../events/to-received-event.ts";
import { findOrNull } from "../setup/find-or-null.ts";
import { toBillingError } from "../to-billing-error.ts";

/** How many are read in one go. */
const CUSTOMERS = 30;
const HOUR_MS = 3_600_000;
/** How far back events are looked for. */
const LOOK_BACK_MS = 48 * HOUR_MS;
/** Younger ones may be on their way. */
const UNDER_WAY_MS = 5 * 60_000;
/** How many types Stripe takes in one request. */
const TYPES = 20;
/** Fewer than the values that a statement of D1 takes. */
const PAGE = 90;

/** Processes one event again, whatever became of it before. */
export async function replayEvent({ env, now }: { env: Env; now: number }, id: string) {
  try {
    const event = await findOrNull(createStripe(env).events.retrieve(id));
    if (event === null)
      throw new AppError("not_found", "Stripe keeps events for 30 days, and not this one any more.");
    return await processEvent({ env, now, again: true }, event);
  } catch (thrown) {
    throw toBillingError(thrown);
  }
}

export interface Replayed {
  /** Events that were completed. */
  events: number;
  /** Whether customers are left for another time. */
  hasMore: boolean;
}

/**
 * Processes what Stripe has told in the last two days and never reached us, or failed here: once for each customer, however
 * much was missed of it.
 */
export async function replayMissed({ env, now }: { env: Env; now: number }): Promise<Replayed> {
  const missed = Map.groupBy(await listMissed(env, now), (event) => toReceivedEvent(event).customerId);
  let completed = 0;
  for (const [customer, events] of [...missed].slice(0, CUSTOMERS)) {
    try {
      completed += await processTogether({ env, now }, customer, events);
    } catch (thrown) {
      log.error("stripe.replay-failed", thrown, { customer: customer ?? "none", events: events.length });
    }
  }
  return { events: completed, hasMore: missed.size > CUSTOMERS };
}

/** Oldest first. */
async function listMissed(env: Env, now: number): Promise<Stripe.Event[]> {
  const missed: Stripe.Event[] = [];
  const created = { gte: toSeconds(now - LOOK_BACK_MS), lte: toSeconds(now - UNDER_WAY_MS) };
  for (let at = 0; at < eventTypes.length; at += TYPES) {
    const types = eventTypes.slice(at, at + TYPES);
    let page = await createStripe(env).events.list({ types, created, limit: PAGE });
    for (;;) {
      const settled = await listSettledEvents(
        env.DB,
        page.data.map(({ id }) => id),
      );
      missed.push(...page.data.filter(({ id }) => !settled.has(id)));
      const last = page.data.at(-1)?.id;
      if (!page.has_more || last === undefined) break;
      page = await createStripe(env).events.list({ types, created, limit: PAGE, starting_after: last });
    }
  }
  return missed.sort((a, b) => a.created - b.created);
}

const toSeconds = (ms: number) => Math.floor(ms / 1_000);
