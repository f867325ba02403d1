import type { Entitlement } from "../limits/entitlement.ts";
import type { EventTable } from "../outgoing/event-table.ts";
import type { Growth } from "../usage/usage.ts";
import { findReached } from "./find-reached.ts";

interface Noting {
  events: EventTable;
  entitlement: Entitlement;
}

/** In the transaction that counts: who grew past a threshold hears of it, once in each period. */
export function noteGrowth(
  { events, entitlement }: Noting,
  { period, before, after }: Growth,
  at: number,
): void {
  const reached = findReached(entitlement, after);
  // Most calls reach nothing new, and look nothing up.
  if (reached.length === findReached(entitlement, before).length) return;
  noteReached({ events, entitlement }, { period, after }, at);
}

/** Also of what is reached without a call: because a quota is lower, or a threshold new. */
export function noteReached(
  { events, entitlement }: Noting,
  { period, after: used }: Pick<Growth, "period" | "after">,
  at: number,
): void {
  const limit = entitlement.toolCalls;
  for (const threshold of findReached(entitlement, used)) {
    events.note({
      key: `usage.threshold/${period.start}/${threshold}`,
      type: "usage.threshold",
      data: { threshold, used, limit, period_start: period.start, period_end: period.end },
      at,
    });
  }
}
