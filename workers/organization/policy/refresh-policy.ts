import type { Rooms } from "../rooms.ts";
import type { Policy } from "./policy.ts";

const MOST_MS = 10 * 60 * 1_000;

/** What the Directory no longer knows. */
const GONE: Policy = {
  version: Number.MAX_SAFE_INTEGER,
  closed: true,
  suspended: false,
  ipAllowList: null,
  members: {},
};

/** Whether it is time to look again, in case a push was lost. */
export function isPolicyStale({ policyReadAt, ports }: Rooms): boolean {
  return ports.clock.now() - policyReadAt >= MOST_MS;
}

export async function refreshPolicy(rooms: Rooms): Promise<void> {
  const { id, membership, ports } = rooms;
  rooms.policyReadAt = ports.clock.now();
  membership.take((await ports.loadPolicy(id)) ?? GONE, rooms.policyReadAt);
}
