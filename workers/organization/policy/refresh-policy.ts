import type { Rooms } from "../rooms.ts";
import { setPolicy } from "./set-policy.ts";

const MOST_MS = 10 * 60 * 1_000;

/** Whether it is time to look again, in case a push was lost. */
export function isPolicyStale({ policyReadAt, ports }: Rooms): boolean {
  return ports.clock.now() - policyReadAt >= MOST_MS;
}

/** An organization that the Directory no longer knows is closed. */
export async function refreshPolicy(rooms: Rooms): Promise<void> {
  rooms.policyReadAt = rooms.ports.clock.now();
  const policy = await rooms.ports.loadPolicy(rooms.id);
  if (policy === null) rooms.policy = { ...rooms.policy, closed: true, members: {} };
  else setPolicy(rooms, policy);
}
