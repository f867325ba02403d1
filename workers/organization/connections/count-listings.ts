import type { Lane } from "#lib/fair-queue.ts";
import type { Rooms } from "../rooms.ts";

export interface ListingCount {
  listings: number;
  /** In how many connected accounts. */
  accounts: number;
}

/** What all connected accounts hold now. One that cannot be read fails the whole: half a count would be billed. */
export async function countListings({ connections }: Rooms, lane: Lane): Promise<ListingCount> {
  const caller = { key: "", lane, fresh: true };
  const counting = connections.list().flatMap(({ connector, wholeClientFor }) => {
    const { countBillable } = connector;
    return countBillable === undefined ? [] : [countBillable(wholeClientFor(caller))];
  });
  const counts = await Promise.all(counting);
  return { listings: counts.reduce((sum, count) => sum + count, 0), accounts: counts.length };
}
