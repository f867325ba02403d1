import { toUserId } from "../audit/audit-entry.ts";
import type { KeyRow } from "../keys/key-table.ts";
import type { PresentPolicy } from "./membership.ts";
import type { MemberPolicy } from "./policy.ts";

type Held = Pick<KeyRow, "scopes" | "memberId" | "createdBy">;

export interface Reach extends Pick<MemberPolicy, "scopes" | "connectors"> {
  /** The members whom a connection must be shared with, if it is shared with some only. */
  sharers: string[];
}

/**
 * What is left of a key's reach now that those who hold it have the roles they have: whom it is bound to, and who made it
 * and so knows it. Null when one of them is no member any more.
 */
export function limitToHolders({ members }: PresentPolicy, key: Held): Reach | null {
  const makerId = toUserId(key.createdBy);
  let reach: MemberPolicy = { scopes: key.scopes, connectors: null, administers: true };
  const sharers = new Set<string>();
  for (const id of [key.memberId, makerId]) {
    if (id === null) continue;
    const member = members.get(id);
    if (member === undefined) return null;
    reach = intersectReach(reach, member);
    if (id === key.memberId || !member.administers) sharers.add(id);
  }
  return { scopes: reach.scopes, connectors: reach.connectors, sharers: [...sharers] };
}

export function intersectReach(one: MemberPolicy, other: MemberPolicy): MemberPolicy {
  return {
    scopes: one.scopes.filter((scope) => other.scopes.includes(scope)),
    connectors: intersect(one.connectors, other.connectors),
    administers: one.administers && other.administers,
  };
}

/** Null stands for everything. */
export function intersect(one: readonly string[] | null, other: readonly string[] | null): string[] | null {
  if (one === null || other === null) return one?.slice() ?? other?.slice() ?? null;
  return one.filter((name) => other.includes(name));
}
