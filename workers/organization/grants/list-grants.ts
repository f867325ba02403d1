import type { GrantId } from "#ids.ts";
import type { Rooms } from "../rooms.ts";
import type { GrantRow } from "./grant-table.ts";

/** A grant as people see it. */
export interface ShownGrant
  extends Pick<
    GrantRow,
    "id" | "memberId" | "clientName" | "clientDomain" | "scopes" | "toolsets" | "connections" | "createdAt"
  > {
  /** Where its tokens go: a host, or the scheme of an app on the member's machine. */
  redirectHost: string;
  lastUsedAt: number | null;
  calls: number;
}

/** Those that can be used, oldest first. */
export function listGrants({ grants, usage }: Rooms): ShownGrant[] {
  return grants.listOpen().map((grant) => {
    const { clientDomain, clientName, connections, createdAt, id, memberId, scopes, toolsets } = grant;
    const { calls, lastAt } = usage.getByActor(id);
    const redirectHost = toRedirectHost(grant.redirectUri);
    return {
      ...{ id, memberId, clientName, clientDomain, scopes, toolsets, connections, createdAt },
      redirectHost,
      lastUsedAt: lastAt,
      calls,
    };
  });
}

export function toRedirectHost(redirectUri: string): string {
  const { hostname, protocol } = new URL(redirectUri);
  return hostname === "" || !protocol.startsWith("http") ? protocol : hostname;
}

/** What calls of a grant are listed under. Its member is named beside it. */
export function nameGrants({ grants }: Rooms): [GrantId, { name: string; memberId: string }][] {
  return grants.listAll().map(({ clientName: name, id, memberId }) => [id, { name, memberId }]);
}
