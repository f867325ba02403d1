import type { GrantId } from "#ids.ts";
import type { Rooms } from "../rooms.ts";
import { fetchAuthorizationServer, toOAuthEnv } from "./authorization-server.ts";

/** A code or a refresh token for tokens, or the end of one of them. Everything about it is the library's to check. */
export function handleTokenRequest(rooms: Rooms, id: GrantId, request: Request): Promise<Response> {
  const { grants, journal, ports } = rooms;
  return grants.inTurn(id, async () => {
    const wasOpen = grants.find(id)?.revokedAt === null;
    const response = await fetchAuthorizationServer(
      ports.apiUrl,
      toOAuthEnv(ports.oauthRecords, grants.records),
      request,
    );
    // The client gave it back, or a code came twice, which says that somebody else has it too.
    if (wasOpen && grants.find(id)?.revokedAt !== null) {
      const entry = {
        at: ports.clock.now(),
        actor: id,
        surface: "internal",
        action: "grants/revoke",
      } as const;
      await journal.record({ ...entry, target: id, result: "ok", billable: false, durationMs: 0 });
    }
    return response;
  });
}
