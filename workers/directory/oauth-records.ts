import { and, eq, gt, isNull, or } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import type { RecordStore } from "#lib/record-store.ts";
import { oauthRecords } from "./schema/index.ts";

/** What the OAuth library keeps outside of any organization. A record is removed once: whoever comes second is told so. */
export function createOAuthRecords(db: D1Database): RecordStore {
  const orm = drizzle(db);
  const isLeft = () => or(isNull(oauthRecords.endsAt), gt(oauthRecords.endsAt, Date.now()));
  return {
    async find(key) {
      const row = await orm
        .select({ value: oauthRecords.value })
        .from(oauthRecords)
        .where(and(eq(oauthRecords.key, key), isLeft()))
        .get();
      return row?.value ?? null;
    },
    async save(key, value, endsAt) {
      await orm
        .insert(oauthRecords)
        .values({ key, value, endsAt })
        .onConflictDoUpdate({ target: oauthRecords.key, set: { value, endsAt } });
    },
    async remove(key) {
      const removed = await orm
        .delete(oauthRecords)
        .where(eq(oauthRecords.key, key))
        .returning({ key: oauthRecords.key });
      if (removed.length === 0) throw new AlreadyRemoved();
    },
  };
}

/** Somebody else has removed it first, so that what it stood for is used up. */
export class AlreadyRemoved extends Error {}
