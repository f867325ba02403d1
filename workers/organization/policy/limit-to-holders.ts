import type { KeyRow } from "../keys/key-table.ts";
import type { MemberPolicy, Policy } from "./policy.ts";

type Held = Pick<KeyRow, "scopes" | "memberId" | "createdBy">;

/**
 * What is left of a key's reach now that those who hold it have the roles they have: whom it is bound to, and who made it
 * and so knows it. Null when one of them is no member any more.
 */
export function limitToHolders(policy: Policy, key: Held): MemberPolicy | null {
  let reach: MemberPolicy = { scopes: key.scopes, connectors: null };
  for (const id of listHolders(key)) {
    const member = Object.hasOwn(policy.members, id) ? policy.members[id] : undefined;
    if (member === undefined) return null;
    reach = {
      scopes: reach.scopes.filter((scope) => member.scopes.includes(scope)),
      connectors: intersect(reach.connectors, member.connectors),
    };
  }
  return reach;
}

function listHolders({ memberId, createdBy }: Held): Set<string> {
  const maker = createdBy.startsWith("user:") ? [createdBy.slice("user:".length)] : [];
  return new Set(memberId === null ? maker : [memberId, ...maker]);
}

function intersect(one: string[] | null, other: string[] | null): string[] | null {
  if (one === null || other === null) return one ?? other;
  return one.filter((name) => other.includes(name));
}
