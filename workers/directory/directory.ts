import { and, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import type { OrgId } from "#ids.ts";
import type { KeyRing } from "#lib/key-ring.ts";
import { createDataKey, openDataKey } from "./data-key.ts";
import { dataKeys, organizations } from "./schema/index.ts";

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

    async getDataKey(keyRing: KeyRing): Promise<Uint8Array> {
      const row = await orm.select().from(dataKeys).where(eq(dataKeys.organizationId, id)).get();
      if (row === undefined) throw new Error("This organization has no data key.");
      return openDataKey(id, row, keyRing);
    },
  };
}
