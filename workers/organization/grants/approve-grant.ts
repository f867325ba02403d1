import { z } from "zod";
import { AppError } from "#errors.ts";
import { ConnectionId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { By } from "../audit/audit-entry.ts";
import { assertConnectionsExist } from "../clients/client-terms.ts";
import { MemberId, Toolsets } from "../keys/key-terms.ts";
import { Scope } from "../keys/scope.ts";
import { assertMember } from "../policy/assert-member.ts";
import type { Rooms } from "../rooms.ts";
import { assertClientStands } from "./assert-client-stands.ts";
import { getAuthorizationServer, toOAuthEnv } from "./authorization-server.ts";
import { makeSubject } from "./grant-subject.ts";
import { keepClient } from "./keep-client.ts";
import { toOAuthScopes } from "./oauth-scope.ts";

/** A request to the authorization endpoint that the library has found valid. */
export const AuthorizationRequest = z.object({
  responseType: z.string(),
  clientId: z.string(),
  redirectUri: z.string(),
  scope: z.array(z.string()),
  state: z.string(),
  codeChallenge: z.string(),
  codeChallengeMethod: z.string().optional(),
  resource: z.string().optional(),
  issuer: z.string().optional(),
});
export type AuthorizationRequest = z.infer<typeof AuthorizationRequest>;

export const ApproveGrant = z.object({
  request: AuthorizationRequest,
  memberId: MemberId,
  clientName: z.string(),
  clientDomain: z.string().nullable(),
  scopes: z.array(Scope).min(1),
  toolsets: Toolsets.nullable(),
  connections: z.array(ConnectionId).min(1).max(100).nullable(),
  /** Left out: just now. A grant that is let in without asking counts from the day on which the member was asked. */
  askedAt: z.number().optional(),
});
export type ApproveGrant = z.input<typeof ApproveGrant>;

/** Lets a client in on a member's behalf. `redirectTo`: where its code is taken to. */
export async function approveGrant(
  rooms: Rooms,
  by: By,
  input: ApproveGrant,
): Promise<{ redirectTo: string }> {
  const { askedAt, request, ...terms } = parseInput(ApproveGrant, input);
  const { grants, journal, ports } = rooms;
  const { clientName, connections, memberId, scopes, toolsets } = terms;
  assertMember(rooms, memberId);
  assertRole(rooms, terms);
  assertConnectionsExist(rooms, connections);
  const oauth = getAuthorizationServer(ports.apiUrl).getOAuthApi(
    toOAuthEnv(ports.oauthRecords, grants.records),
  );
  await assertClientStands(oauth, request);
  const now = ports.clock.now();
  const { redirectTo } = await oauth.completeAuthorization({
    request,
    userId: makeSubject(rooms.id, memberId, ports.keyRing),
    metadata: { ...terms, createdAt: askedAt ?? now },
    scope: toOAuthScopes(terms),
    props: {},
    // Another machine of the same person may have the same client.
    revokeExistingGrants: false,
  });
  const entry = { at: now, ...by, surface: "internal", action: "grants/approve" } as const;
  const { clientId, redirectUri } = request;
  const details = { clientId, redirectUri, scopes, toolsets, connections };
  // Without this row the code goes nowhere, and is over in ten minutes.
  await journal.record({
    ...entry,
    target: clientName,
    result: "ok",
    billable: false,
    durationMs: 0,
    details,
  });
  await keepClient(ports.oauthRecords, clientId);
  return { redirectTo };
}

function assertRole(
  { membership }: Rooms,
  { memberId, scopes }: { memberId: string; scopes: Scope[] },
): void {
  const allowed = membership.present.members.get(memberId)?.scopes ?? [];
  if (scopes.every((scope) => allowed.includes(scope))) return;
  throw new AppError("role_not_sufficient", "Your role here does not include changing things with tools.");
}
