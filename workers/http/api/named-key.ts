import { z } from "@hono/zod-openapi";
import { findNames } from "#directory/find-names.ts";
import { KeyId } from "#ids.ts";
import { toUserId } from "#organization/audit/audit-entry.ts";
import { Environment } from "#organization/clients/client-terms.ts";
import type { MaskedKey } from "#organization/keys/masked-key.ts";
import { Scope, Writes } from "#organization/keys/scope.ts";

const Moment = z.number().describe("Milliseconds since the epoch");

export const Key = z
  .object({
    id: KeyId,
    name: z.string(),
    environment: Environment,
    masked: z.string(),
    scopes: z.array(Scope),
    writes: Writes.describe("What the scope write is worth: writing, or only trying what a write would do"),
    toolsets: z.array(z.string()).nullable().describe("Null: all"),
    ipAllowList: z
      .array(z.string())
      .nullable()
      .describe("CIDR ranges that calls may come from; null: anywhere"),
    memberId: z.string().nullable().describe("The member it is bound to: it goes when they leave"),
    memberName: z.string().nullable(),
    createdBy: z.string().describe("`user:` and a user's id, or `system`"),
    createdByName: z.string().nullable(),
    createdAt: Moment,
    expiresAt: Moment.nullable(),
    graceUntil: Moment.nullable().describe("Of a key that was replaced: when it stops; null: it was not"),
    lastUsedAt: Moment.nullable(),
    calls: z.number(),
  })
  .openapi("Key");

export const NewKey = Key.extend({ secret: z.string() }).openapi("NewKey");

/** A key with the names of the people behind it. */
export async function toNamedKey<Shown extends MaskedKey>(db: D1Database, key: Shown) {
  return toNamed(key, await findNames(db, listPeople(key)));
}

export async function toNamedKeys(db: D1Database, keys: readonly MaskedKey[]) {
  const names = await findNames(db, keys.flatMap(listPeople));
  return keys.map((key) => toNamed(key, names));
}

const listPeople = ({ createdBy, memberId }: MaskedKey) => [toUserId(createdBy), memberId];

function toNamed<Shown extends MaskedKey>(key: Shown, names: Awaited<ReturnType<typeof findNames>>) {
  return {
    ...key,
    memberName: names.get(key.memberId) ?? null,
    createdByName: names.get(toUserId(key.createdBy)) ?? null,
  };
}
