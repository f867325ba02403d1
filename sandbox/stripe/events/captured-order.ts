import type { Happening } from "../core/context.ts";
import { alwaysLate, type Flow, flows } from "./flows.ts";
import type { Announcement } from "./record-event.ts";

/** What one transaction did, in the order in which Stripe tells it. What no flow knows comes last, as it happened. */
export function inCapturedOrder(happenings: Happening[]): Announcement[] {
  const types = new Set(happenings.map(({ type }) => type));
  const flow = flows.find(({ when }) => when.every((type) => types.has(type)));
  const late = { ...alwaysLate, ...flow?.late };
  const told = happenings.map((happening) => ({ ...happening, late: late[happening.type] }));
  const ranks = toRanks(happenings, flow?.order ?? []);
  return told
    .map((announcement, index) => ({ announcement, rank: ranks[index] ?? 0 }))
    .sort((a, b) => (a.announcement.late ?? 0) - (b.announcement.late ?? 0) || a.rank - b.rank)
    .map(({ announcement }) => announcement);
}

/** The places in `order`. A type that stands there twice has the first place once and the last for all that follow. */
function toRanks(happenings: Happening[], order: Flow["order"]): number[] {
  const seen = new Set<string>();
  return happenings.map(({ type }) => {
    const rank = seen.has(type) ? order.lastIndexOf(type) : order.indexOf(type);
    seen.add(type);
    return rank === -1 ? order.length : rank;
  });
}
