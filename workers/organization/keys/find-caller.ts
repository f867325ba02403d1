import type { ErrorCode } from "#errors.ts";
import { type CredentialId, GrantId, KeyId } from "#ids.ts";
import { findGrantCaller } from "../grants/authenticate-grant.ts";
import type { Rooms } from "../rooms.ts";
import { type Caller, findKeyCaller } from "./authenticate.ts";

/** What a credential that was used before may do now, or why it may do nothing. */
export function findCaller(rooms: Rooms, id: CredentialId): Caller | ErrorCode {
  const grantId = GrantId.safeParse(id).data;
  if (grantId !== undefined) {
    const grant = rooms.grants.find(grantId);
    return grant === null ? "invalid_access_token" : findGrantCaller(rooms, grant);
  }
  const key = rooms.keys.find(KeyId.parse(id));
  return key === null ? "revoked_key" : findKeyCaller(rooms, key, rooms.ports.clock.now());
}
