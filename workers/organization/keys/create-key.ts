import { z } from "zod";
import { AppError } from "#errors.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { By } from "../audit/audit-entry.ts";
import { assertMember } from "../policy/assert-member.ts";
import type { Rooms } from "../rooms.ts";
import { IpAllowList } from "./ip-allow-list.ts";
import { issueKey, type NewKey } from "./issue-key.ts";
import { ExpiresAt, KeyName, MemberId, Toolsets } from "./key-terms.ts";
import { Scope, Writes } from "./scope.ts";

/** What is left out is not narrowed: all toolsets, any address, no member, no end. */
export const CreateKey = z.object({
  name: KeyName,
  environment: z.enum(["live", "test"]).default("live"),
  scopes: z.array(Scope).min(1).default(["read"]),
  writes: Writes.default("allowed"),
  toolsets: Toolsets.nullable().default(null),
  ipAllowList: IpAllowList.nullable().default(null),
  memberId: MemberId.nullable().default(null),
  expiresAt: ExpiresAt.nullable().default(null),
});
export type CreateKey = z.input<typeof CreateKey>;

export function createKey(rooms: Rooms, by: By, input: CreateKey): NewKey {
  const terms = parseInput(CreateKey, input);
  if (terms.memberId !== null) assertMember(rooms, terms.memberId);
  assertRoomForKey(rooms);
  return issueKey(rooms, by, terms, "keys/create");
}

function assertRoomForKey({ entitlement, keys }: Rooms): void {
  const limit = entitlement.apiKeys;
  const used = keys.listActive().length;
  if (used < limit) return;
  throw new AppError("plan_limit_reached", `All ${limit} active API keys of this plan are in use.`, {
    limit,
    used,
  });
}
