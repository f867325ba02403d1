import type { ErrorCode } from "#errors.ts";
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

/** What the library was never asked, in the words of OAuth: an organization that is no more, or a failure of ours. */
export function toTokenError(code: ErrorCode): Response {
  const isGone = code === "invalid_access_token";
  const error = isGone ? "invalid_grant" : "server_error";
  const headers = { "cache-control": "no-store", "access-control-allow-origin": "*" };
  return Response.json({ error }, { status: isGone ? 400 : 500, headers });
}
