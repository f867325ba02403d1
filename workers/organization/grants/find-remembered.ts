import { z } from "zod";
import { parseInput } from "#lib/parse-input.ts";
import type { Rooms } from "../rooms.ts";
import type { GrantRow } from "./grant-table.ts";

export const FindRemembered = z.object({
  memberId: z.string(),
  clientId: z.string(),
  redirectUri: z.string(),
});
export type FindRemembered = z.infer<typeof FindRemembered>;

const REMEMBERED_MS = 30 * 24 * 60 * 60 * 1_000;

export type RememberedGrant = Pick<GrantRow, "scopes" | "toolsets" | "connections">;

/** What the member let this client do last, where it still may and was asked within 30 days; a revoked grant is forgotten. */
export function findRemembered({ grants, ports }: Rooms, input: FindRemembered): RememberedGrant | null {
  const asked = parseInput(FindRemembered, input);
  const since = ports.clock.now() - REMEMBERED_MS;
  const grant = grants
    .listOpen()
    .findLast(
      ({ clientId, createdAt, memberId, redirectUri }) =>
        clientId === asked.clientId &&
        redirectUri === asked.redirectUri &&
        memberId === asked.memberId &&
        createdAt >= since,
    );
  if (grant === undefined) return null;
  const { connections, scopes, toolsets } = grant;
  return { connections, scopes, toolsets };
}
