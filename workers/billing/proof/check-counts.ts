import type { LedgerCount, LedgerQuantity } from "./read-ledger.ts";
import type { LedgerSubscription } from "./to-subscriptions.ts";

const DAY = 24 * 60 * 60;

/** Whether what was counted is what was billed, day by day. */
export function checkCounts(
  counts: LedgerCount[],
  quantities: LedgerQuantity[],
  subscriptions: LedgerSubscription[],
): string[] {
  return counts.flatMap(({ day, listings, countedAt }) => {
    const billed = findQuantity(subscriptions, day, Math.floor(countedAt / 1_000));
    if (billed === null || billed === listings) return [];
    const refused = quantities.find((row) => row.day === day && row.state === "refused");
    const cause = refused ? ` The change was refused: ${refused.error}` : "";
    return [`${listings} listings were counted on ${day}, and ${billed} are billed.${cause}`];
  });
}

/** How many listings a day ends with; null where the count of that day is not what decides it. */
function findQuantity(subscriptions: LedgerSubscription[], day: string, countedAt: number): number | null {
  const dayEnd = Date.parse(day) / 1_000 + DAY;
  const events = subscriptions.flatMap((subscription) => subscription.events);
  const before = events.filter(({ at }) => at < dayEnd);
  const isRecounted = before.some(({ kind, at }) => kind !== "quantity" && at >= countedAt);
  const isOver = before.at(-1)?.kind === "end";
  if (isRecounted || isOver) return null;
  const last = before.findLast((event) => event.kind !== "end" && event.quantity !== null);
  return last === undefined || last.kind === "end" ? null : last.quantity;
}
