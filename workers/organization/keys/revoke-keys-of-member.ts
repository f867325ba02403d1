import { z } from "zod";
import type { CredentialId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { MemberId } from "./key-terms.ts";

export const RevokeKeysOfMember = z.object({ memberId: MemberId });
export type RevokeKeysOfMember = z.input<typeof RevokeKeysOfMember>;

/** Closes the keys that a member made or that are bound to the member, those in their grace too, and what the member let in, and ends what is shared with them. Safe to repeat. */
export function revokeKeysOfMember(rooms: Rooms, by: By, input: RevokeKeysOfMember): CredentialId[] {
  const { memberId } = parseInput(RevokeKeysOfMember, input);
  const { connections, grants, journal, keys, ports } = rooms;
  const now = ports.clock.now();
  const owned = keys
    .listOpen(now)
    .filter((key) => key.memberId === memberId || key.createdBy === `user:${memberId}`);
  const approved = grants.listOpenOf(memberId);
  const revoked = [...owned, ...approved].map(({ id }) => id);
  const shared = connections.list().filter(({ row }) => row.assignedToMembers?.includes(memberId));
  if (revoked.length === 0 && shared.length === 0) return revoked;
  const entry = { at: now, ...by, surface: "internal", action: "keys/revoke_of_member" } as const;
  journal.recordWith(
    { ...entry, target: memberId, result: "ok", billable: false, durationMs: 0, details: { revoked } },
    () => {
      for (const key of owned) keys.revoke(key, now);
      for (const grant of approved) grants.revoke(grant);
      for (const { row } of shared) {
        const assignedToMembers = row.assignedToMembers?.filter((id) => id !== memberId) ?? null;
        connections.update(row, { assignedToMembers });
      }
    },
  );
  return revoked;
}
