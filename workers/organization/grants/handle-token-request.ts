import type { Rooms } from "../rooms.ts";
import { fetchAuthorizationServer, toOAuthEnv } from "./authorization-server.ts";
import { toGrantId } from "./grant-table.ts";

/** A code or a refresh token for tokens, or the end of one of them. Everything about it is the library's to check. */
export async function handleTokenRequest(rooms: Rooms, request: Request): Promise<Response> {
  const { grants, journal, ports } = rooms;
  const { headers, method, url } = request;
  const body = await request.text();
  const [, grant = ""] = findToken(new URLSearchParams(body)).split(":");
  const id = toGrantId(grant);
  return grants.inTurn(id, async () => {
    const wasOpen = grants.find(id)?.revokedAt === null;
    const response = await fetchAuthorizationServer(
      ports.apiUrl,
      toOAuthEnv(ports.oauthRecords, grants.records),
      new Request(url, { method, headers, body }),
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

/** What a request to the token endpoint is about: a code, a refresh token, or a token to end. Other fields are not read. */
export function findToken(form: URLSearchParams): string {
  return form.get(toField(form.get("grant_type"))) ?? "";
}

function toField(grantType: string | null): string {
  if (grantType === "authorization_code") return "code";
  return grantType === "refresh_token" ? "refresh_token" : "token";
}

/** Of an organization that is no more. */
export function toInvalidGrant(): Response {
  const error = { error: "invalid_grant", error_description: "Grant not found" };
  return Response.json(error, { status: 400, headers: { "cache-control": "no-store" } });
}
