import type { Rooms } from "../rooms.ts";
import { Policy } from "./policy.ts";

/**
 * Takes the policy as it is now, or an equal version that has been narrowed ahead of a change in the Directory. An older
 * one that arrives late changes nothing. It is not stored: an object that wakes reads it with its data key.
 */
export function setPolicy(rooms: Rooms, input: Policy): void {
  const policy = Policy.parse(input);
  if (policy.version >= rooms.policy.version) rooms.policy = policy;
}
