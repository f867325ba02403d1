import { and, eq, gt, lt } from "drizzle-orm";
import { z } from "zod";
import { ConnectionId, type GrantId } from "#ids.ts";
import type { RecordStore } from "#lib/record-store.ts";
import { Scope } from "../keys/scope.ts";
import type { Database } from "../rooms.ts";
import { grants, grantTokens } from "../schema/index.ts";

export type GrantRow = typeof grants.$inferSelect;

/** What is ours in a grant: the library carries it along. */
const GrantTerms = z.object({
  memberId: z.string(),
  clientName: z.string(),
  clientDomain: z.string().nullable(),
  scopes: z.array(Scope),
  toolsets: z.array(z.string()).nullable(),
  connections: z.array(ConnectionId).nullable(),
  createdAt: z.number(),
});

/** The library's record of a grant, as far as it is read here. */
const GrantRecord = z.object({
  clientId: z.string(),
  redirectUri: z.string(),
  refreshTokenId: z.string().optional(),
  metadata: GrantTerms,
});

/** An access token that the library has found genuine. */
export interface VerifiedToken {
  grant: GrantId;
  scopes: readonly Scope[];
  toolsets: readonly string[] | null;
  /** By the platform's time, in milliseconds. */
  endsAt: number;
}

const MOST_VERIFIED = 1_000;

/** Of one client and member. A person signs in anew on each of their machines; what is beyond that was left behind. */
const MOST_OPEN = 10;

/** The organization's grants: all of them in memory, written through. Of their tokens those are remembered that were verified. */
export class GrantTable {
  readonly #orm: Database;
  readonly #clock: { now(): number };
  readonly #byId = new Map<GrantId, GrantRow>();
  readonly #verified = new Map<string, VerifiedToken>();
  readonly #turns = new Map<GrantId, Promise<unknown>>();

  constructor(orm: Database, clock: { now(): number }) {
    this.#orm = orm;
    this.#clock = clock;
    for (const row of orm.select().from(grants).all()) this.#byId.set(row.id, row);
  }

  /** Revoked ones too. */
  find(id: GrantId): GrantRow | null {
    return this.#byId.get(id) ?? null;
  }

  /** Every grant that a client has ever used, oldest first. */
  listAll(): GrantRow[] {
    return [...this.#byId.values()]
      .filter(({ usedAt }) => usedAt !== null)
      .sort((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id));
  }

  /** Those that can be used now. */
  listOpen(): GrantRow[] {
    return this.listAll().filter(isOpen);
  }

  /** Also those that no client has used yet: what a member leaves behind. */
  listOpenOf(memberId: string): GrantRow[] {
    return [...this.#byId.values()].filter((grant) => grant.memberId === memberId && isOpen(grant));
  }

  /** Acts on the next request. */
  revoke(grant: GrantRow): void {
    this.#update(grant, { revokedAt: this.#clock.now(), record: null });
    this.#orm.delete(grantTokens).where(eq(grantTokens.grantId, grant.id)).run();
    for (const [id, token] of this.#verified) if (token.grant === grant.id) this.#verified.delete(id);
  }

  findVerified(tokenId: string): VerifiedToken | null {
    const token = this.#verified.get(tokenId);
    return token !== undefined && token.endsAt > Date.now() ? token : null;
  }

  /** Not of a token that was revoked, by itself or with its grant, while it was verified. */
  remember(tokenId: string, token: VerifiedToken): void {
    if (this.#findToken(tokenId) === null) return;
    const [oldest] = this.#verified.keys();
    if (this.#verified.size >= MOST_VERIFIED && oldest !== undefined) this.#verified.delete(oldest);
    this.#verified.set(tokenId, token);
  }

  /** One after the other for the same grant: the library reads, computes and writes, and two at once would both use a code. */
  inTurn<Result>(id: GrantId, task: () => Promise<Result>): Promise<Result> {
    const turn = (this.#turns.get(id) ?? Promise.resolve()).then(task, task);
    this.#turns.set(id, turn);
    const leave = () => {
      if (this.#turns.get(id) === turn) this.#turns.delete(id);
    };
    turn.then(leave, leave);
    return turn;
  }

  /** Where the library keeps grants and tokens: under `grant:subject:id` and `token:subject:grant:id`. */
  readonly records: RecordStore = {
    find: (key) => {
      const { kind, grant, id } = parse(key);
      const row = this.#byId.get(grant);
      if (row === undefined || !isOpen(row)) return null;
      return kind === "grant" ? row.record : this.#findToken(id);
    },
    save: (key, value, endsAt) => {
      const { kind, grant, id } = parse(key);
      if (kind === "grant") this.#save(grant, value, endsAt);
      // Revoked while the library was busy: there is no going back.
      else if (this.#byId.get(grant)?.revokedAt === null)
        this.#saveToken({ id, grantId: grant, record: value, endsAt: endsAt ?? 0 });
    },
    remove: (key) => {
      const { kind, grant, id } = parse(key);
      const row = this.#byId.get(grant);
      if (kind === "token") this.#removeToken(id);
      else if (row !== undefined && row.revokedAt === null) this.revoke(row);
    },
    list: (prefix) => {
      const { grant } = parse(prefix);
      const rows = this.#orm
        .select({ id: grantTokens.id })
        .from(grantTokens)
        .where(eq(grantTokens.grantId, grant));
      return rows.all().map(({ id }) => `${prefix}${id}`);
    },
  };

  #save(id: GrantId, record: string, endsAt: number | null): void {
    const { clientId, metadata: terms, redirectUri, refreshTokenId } = GrantRecord.parse(JSON.parse(record));
    const known = this.#byId.get(id);
    if (known === undefined) {
      this.#forgetUnused();
      const row = { id, clientId, redirectUri, ...terms, usedAt: null, revokedAt: null, record, endsAt };
      this.#orm.insert(grants).values(row).run();
      this.#byId.set(id, row);
      this.#keepNewest(row);
    } else if (known.revokedAt === null) {
      const isFirstUse = known.usedAt === null && refreshTokenId !== undefined;
      this.#update(known, { record, endsAt, usedAt: isFirstUse ? this.#clock.now() : known.usedAt });
      if (isFirstUse) this.#keepNewest(known);
    }
  }

  /** Used ones and waiting codes each by themselves: a consent page that is opened again and again shuts out no assistant. */
  #keepNewest({ clientId, memberId, usedAt }: GrantRow): void {
    const alike = this.listOpenOf(memberId).filter(
      (grant) => grant.clientId === clientId && (grant.usedAt === null) === (usedAt === null),
    );
    const since = (grant: GrantRow) => grant.usedAt ?? grant.createdAt;
    for (const old of alike.toSorted((a, b) => since(a) - since(b)).slice(0, -MOST_OPEN)) this.revoke(old);
  }

  /** Those whose code nobody exchanged in time. */
  #forgetUnused(): void {
    for (const { endsAt, id, usedAt } of this.#byId.values()) {
      if (usedAt !== null || endsAt === null || endsAt > Date.now()) continue;
      this.#orm.delete(grants).where(eq(grants.id, id)).run();
      this.#byId.delete(id);
    }
  }

  #update(grant: GrantRow, change: Partial<GrantRow>): void {
    this.#orm.update(grants).set(change).where(eq(grants.id, grant.id)).run();
    Object.assign(grant, change);
  }

  #findToken(id: string): string | null {
    const row = this.#orm
      .select()
      .from(grantTokens)
      .where(and(eq(grantTokens.id, id), gt(grantTokens.endsAt, Date.now())))
      .get();
    return row?.record ?? null;
  }

  #saveToken(row: typeof grantTokens.$inferInsert): void {
    this.#orm.delete(grantTokens).where(lt(grantTokens.endsAt, Date.now())).run();
    this.#orm.insert(grantTokens).values(row).run();
  }

  #removeToken(id: string): void {
    this.#verified.delete(id);
    this.#orm.delete(grantTokens).where(eq(grantTokens.id, id)).run();
  }
}

/** By the platform's time, as the library counts. */
export function isOpen({ endsAt, revokedAt }: GrantRow): boolean {
  return revokedAt === null && (endsAt === null || endsAt > Date.now());
}

export const toGrantId = (id: string): GrantId => `grt_${id}`;

function parse(key: string): { kind: string; grant: GrantId; id: string } {
  const [kind = "", , grant = "", id = ""] = key.split(":");
  return { kind, grant: toGrantId(grant), id };
}
