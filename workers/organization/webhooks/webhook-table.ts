import { and, eq, isNotNull, isNull, lt, ne } from "drizzle-orm";
import type { ErrorCode } from "#errors.ts";
import type { ConnectionId } from "#ids.ts";
import type { Database } from "../rooms.ts";
import { webhookDeliveries, webhooks } from "../schema/index.ts";

export type WebhookRow = typeof webhooks.$inferSelect;

/** Hostaway repeats a delivery for about an hour. */
const REMEMBERED_MS = 24 * 60 * 60 * 1_000;

export class WebhookTable {
  readonly #orm: Database;

  constructor(database: Database) {
    this.#orm = database;
  }

  list(): WebhookRow[] {
    return this.#orm.select().from(webhooks).all();
  }

  listOf(connection: ConnectionId): WebhookRow[] {
    return this.#orm.select().from(webhooks).where(eq(webhooks.connection, connection)).all();
  }

  findByHash(tokenHash: string): WebhookRow | null {
    return this.#orm.select().from(webhooks).where(eq(webhooks.tokenHash, tokenHash)).get() ?? null;
  }

  /** An address that is not registered yet, in place of an earlier one that never was. */
  add(row: Pick<WebhookRow, "connection" | "credentialHash" | "tokenHash">): void {
    const pending = and(eq(webhooks.connection, row.connection), isNull(webhooks.upstreamId));
    this.#orm.delete(webhooks).where(pending).run();
    this.#orm.insert(webhooks).values(row).run();
  }

  /** From now on this is the connection's one address. False: it is gone, as the connection is. */
  confirm(
    { connection, tokenHash }: Pick<WebhookRow, "connection" | "tokenHash">,
    upstreamId: number,
  ): boolean {
    const ofToken = eq(webhooks.tokenHash, tokenHash);
    const confirmed = this.#orm
      .update(webhooks)
      .set({ upstreamId, errorCode: null })
      .where(ofToken)
      .returning()
      .all();
    if (confirmed.length === 0) return false;
    const others = and(
      eq(webhooks.connection, connection),
      ne(webhooks.tokenHash, tokenHash),
      isNotNull(webhooks.upstreamId),
    );
    this.#orm.delete(webhooks).where(others).run();
    return true;
  }

  noteFailure(tokenHash: string, errorCode: ErrorCode): void {
    this.#orm.update(webhooks).set({ errorCode }).where(eq(webhooks.tokenHash, tokenHash)).run();
  }

  removeOf(connection: ConnectionId): void {
    this.#orm.delete(webhooks).where(eq(webhooks.connection, connection)).run();
  }

  isKnown(hash: string): boolean {
    return (
      this.#orm.select().from(webhookDeliveries).where(eq(webhookDeliveries.hash, hash)).get() !== undefined
    );
  }

  /** Remembers a delivery, and forgets what nobody repeats any more. */
  remember(hash: string, at: number): void {
    this.#orm
      .delete(webhookDeliveries)
      .where(lt(webhookDeliveries.at, at - REMEMBERED_MS))
      .run();
    this.#orm.insert(webhookDeliveries).values({ hash, at }).onConflictDoNothing().run();
  }
}
