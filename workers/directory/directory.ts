import { and, eq, lt, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import type { OrgId } from "#ids.ts";
import type { KeyRing } from "#lib/key-ring.ts";
import { openDataKey } from "./data-key.ts";
import { ownStatements } from "./own-statements.ts";
import { doesAdminister, listToolScopes } from "./roles.ts";
import { auditHeads, dataKeys, members, organizations } from "./schema/index.ts";

/** A row of an audit log: its number, its hash and when it was written. */
interface AuditHead {
  seq: number;
  hash: string;
  at: number;
}

interface MemberPolicy {
  scopes: ("read" | "write")[];
  connectors: string[] | null;
  administers: boolean;
}

/** Who may do what in an organization, as its object obeys it. */
export interface Policy {
  version: number;
  closed: boolean;
  /** By the operator. */
  suspended: boolean;
  ipAllowList: string[] | null;
  /** By user id. */
  members: Record<string, MemberPolicy>;
}

/** What each verb on an organization's rows takes: the organization, named in every statement. */
export type Scope = Pick<ReturnType<typeof forOrganization>, "id" | "orm">;

/** Everything in the Directory that belongs to one organization. A statement that does not name it is refused. */
export function forOrganization(db: D1Database, id: OrgId) {
  const database = ownStatements(db, id);
  const orm = drizzle(database);
  return {
    id,
    database,
    orm,

    async activateOrganization(): Promise<void> {
      await orm
        .update(organizations)
        .set({ state: "active" })
        .where(and(eq(organizations.id, id), eq(organizations.state, "provisioning")));
    },

    async findOrganization() {
      return (await orm.select().from(organizations).where(eq(organizations.id, id)).get()) ?? null;
    },

    /**
     * Only forwards: a head that is older than the one kept says that rows were cut, and must not replace it. Where the
     * data key is destroyed nothing is kept any more.
     */
    async saveAuditHead(head: AuditHead): Promise<void> {
      const kept = orm
        .select({
          organizationId: dataKeys.organizationId,
          seq: sql<number>`${head.seq}`.as("seq"),
          hash: sql<string>`${head.hash}`.as("hash"),
          at: sql<number>`${head.at}`.as("at"),
        })
        .from(dataKeys)
        .where(eq(dataKeys.organizationId, id));
      await orm
        .insert(auditHeads)
        .select(kept)
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

    /** Null once it is destroyed. */
    async findDataKey(keyRing: KeyRing): Promise<Uint8Array | null> {
      const row = await orm.select().from(dataKeys).where(eq(dataKeys.organizationId, id)).get();
      return row === undefined ? null : openDataKey(id, row, keyRing);
    },

    /** Null for an organization that is gone or was never there. */
    async findPolicy(): Promise<Policy | null> {
      const [[row], rows] = await orm.batch([
        orm.select().from(organizations).where(eq(organizations.id, id)),
        orm.select().from(members).where(eq(members.organizationId, id)),
      ]);
      if (row === undefined || row.state === "gone") return null;
      const { policyVersion: version, ipAllowList, state, suspendedAt } = row;
      const reaches = rows.map(({ userId, role, connectors }) => [
        userId,
        { scopes: listToolScopes(role), connectors, administers: doesAdminister(role) },
      ]);
      return {
        version,
        closed: state === "deleting",
        suspended: suspendedAt !== null,
        ipAllowList,
        members: Object.fromEntries(reaches),
      };
    },
  };
}
