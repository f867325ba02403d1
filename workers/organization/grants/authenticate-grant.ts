import { AppError, type ErrorCode } from "#errors.ts";
import { toMcpAddress } from "../clients/client-setup.ts";
import { admit, type Caller, type From } from "../keys/authenticate.ts";
import { hashKey } from "../keys/key-format.ts";
import type { Permissions } from "../keys/scope.ts";
import { intersect, limitToHolders } from "../policy/limit-to-holders.ts";
import type { Rooms } from "../rooms.ts";
import { getAuthorizationServer, toOAuthEnv } from "./authorization-server.ts";
import { type GrantRow, isOpen, toGrantId, type VerifiedToken } from "./grant-table.ts";
import { fromOAuthScopes } from "./oauth-scope.ts";

/** The proof of an access token. The library makes it once for each token; the organization's object remembers it until the token ends. */
export async function authenticateGrant(rooms: Rooms, token: string, from: From): Promise<Caller> {
  const id = hashKey(token);
  const verified = rooms.grants.findVerified(id) ?? (await verify(rooms, id, token));
  const grant = verified && rooms.grants.find(verified.grant);
  if (!grant || !isOpen(grant)) throw new AppError("invalid_access_token");
  return admit(rooms, { id: grant.id, ipAllowList: null }, findGrantCaller(rooms, grant, verified), from);
}

async function verify(rooms: Rooms, id: string, token: string): Promise<VerifiedToken | null> {
  const { grants, ports } = rooms;
  const server = getAuthorizationServer(ports.apiUrl);
  const env = toOAuthEnv(ports.oauthRecords, grants.records);
  const valid = await server.validateToken(toMcpAddress(ports.apiUrl), token, env);
  if (valid === null) return null;
  const [, grant = ""] = token.split(":");
  const verified = {
    grant: toGrantId(grant),
    ...fromOAuthScopes(valid.scope ?? []),
    endsAt: (valid.expiresAt ?? 0) * 1_000,
  };
  grants.remember(id, verified);
  return verified;
}

/** What the grant may do now, at most what `token` is for, or why it may do nothing. */
export function findGrantCaller(
  { membership: { present } }: Rooms,
  grant: GrantRow,
  token: Permissions = grant,
): Caller | ErrorCode {
  if (present.closed) return "organization_closed";
  if (present.suspended) return "organization_suspended";
  const { connections, id, memberId } = grant;
  const scopes = token.scopes.filter((scope) => grant.scopes.includes(scope));
  const reach = limitToHolders(present, { scopes, memberId, createdBy: `user:${memberId}` });
  const member = present.members.get(memberId);
  if (grant.revokedAt !== null || reach === null || member === undefined) return "invalid_access_token";
  return {
    credential: id,
    ...reach,
    toolsets: intersect(grant.toolsets, token.toolsets),
    writes: "allowed",
    memberId,
    connections,
    grantable: { scopes: member.scopes, toolsets: null },
  };
}
