import { z } from "zod";
import { parseInput } from "#lib/parse-input.ts";
import type { Rooms } from "../rooms.ts";
import { type GrantRow, isOpen } from "./grant-table.ts";

export const FindRemembered = z.object({
  memberId: z.string(),
  clientId: z.string(),
  redirectUri: z.string(),
});
export type FindRemembered = z.infer<typeof FindRemembered>;

const REMEMBERED_MS = 30 * 24 * 60 * 60 * 1_000;

export interface RememberedGrant extends Pick<GrantRow, "scopes" | "toolsets" | "connections"> {
  askedAt: number;
}

/**
 * What the member let this client do last, where it still may and was asked within 30 days. Revoking forgets, also what the
 * member let it do before on another machine: whoever shuts a client out is asked when it comes back.
 */
export function findRemembered(rooms: Rooms, input: FindRemembered): RememberedGrant | null {
  const { grants, ports } = rooms;
  const asked = parseInput(FindRemembered, input);
  const alike = grants
    .listAll()
    .filter(
      ({ clientId, memberId, redirectUri }) =>
        clientId === asked.clientId && redirectUri === asked.redirectUri && memberId === asked.memberId,
    );
  const since = ports.clock.now() - REMEMBERED_MS;
  const revokedAt = Math.max(...alike.map((grant) => grant.revokedAt ?? 0), 0);
  const grant = alike.findLast(
    (known) => isOpen(known) && known.createdAt >= since && known.createdAt > revokedAt,
  );
  return grant === undefined ? null : toPresent(rooms, grant);
}

/** Of what was let do, that which could be let do again: the member's role may be another, and a connection gone. */
function toPresent(
  { connections: present, membership }: Rooms,
  { connections, createdAt: askedAt, memberId, scopes, toolsets }: GrantRow,
): RememberedGrant | null {
  const allowed = membership.present.members.get(memberId)?.scopes ?? [];
  const ids = present.list().map(({ row }) => row.id);
  const left = {
    scopes: scopes.filter((scope) => allowed.includes(scope)),
    toolsets,
    connections: connections?.filter((id) => ids.includes(id)) ?? null,
    askedAt,
  };
  return left.scopes.length === 0 || left.connections?.length === 0 ? null : left;
}
