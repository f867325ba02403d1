import { and, eq, lt } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import type { OrgId } from "#ids.ts";
import type { KeyRing } from "#lib/key-ring.ts";
import { createDataKey, openDataKey } from "./data-key.ts";
import { auditHeads, dataKeys, organizations } from "./schema/index.ts";

/** A row of an audit log: its number, its hash and when it was written. */
interface AuditHead {
  seq: number;
  hash: string;
  at: number;
}

/** Everything in the Directory that belongs to one organization. Each statement names it. */
export function forOrganization(db: D1Database, id: OrgId) {
  const orm = drizzle(db);
  return {
    /** Safe to repeat: a second call leaves the first organization and its data key as they are. */
    async createOrganization(name: string, keyRing: KeyRing, now: number): Promise<void> {
      await orm.batch([
        orm
          .insert(organizations)
          .values({ id, name, slug: id, state: "provisioning", createdAt: new Date(now) })
          .onConflictDoNothing(),
        orm
          .insert(dataKeys)
          .values({ organizationId: id, ...createDataKey(id, keyRing) })
          .onConflictDoNothing(),
      ]);
    },

    async activateOrganization(): Promise<void> {
      await orm
        .update(organizations)
        .set({ state: "active" })
        .where(and(eq(organizations.id, id), eq(organizations.state, "provisioning")));
    },

    async findOrganization() {
      return (await orm.select().from(organizations).where(eq(organizations.id, id)).get()) ?? null;
    },

    /** Only forwards: a head that is older than the one kept says that rows were cut, and must not replace it. */
    async saveAuditHead(head: AuditHead): Promise<void> {
      await orm
        .insert(auditHeads)
        .values({ organizationId: id, ...head })
        .onConflictDoUpdate({
          target: auditHeads.organizationId,
          set: head,
          setWhere: lt(auditHeads.seq, head.seq),
        });
    },

    async findAuditHead(): Promise<AuditHead | null> {
      const row = await orm.select().from(auditHeads).where(eq(auditHeads.organizationId, id)).get();
      return row === undefined ? null : { seq: row.seq, hash: row.hash, at: row.at };
    },

    async getDataKey(keyRing: KeyRing): Promise<Uint8Array> {
      const row = await orm.select().from(dataKeys).where(eq(dataKeys.organizationId, id)).get();
      if (row === undefined) throw new Error("This organization has no data key.");
      return openDataKey(id, row, keyRing);
    },
  };
}
