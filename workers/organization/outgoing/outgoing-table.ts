import { and, asc, desc, eq, isNull, lt, lte, max, min } from "drizzle-orm";
import { AppError } from "#errors.ts";
import type { DeliveryId, OrgId, WebhookId } from "#ids.ts";
import { decryptText, encryptText } from "#lib/encryption.ts";
import type { Database } from "../rooms.ts";
import { outgoingDeliveries, outgoingWebhooks } from "../schema/index.ts";

export type OutgoingRow = typeof outgoingWebhooks.$inferSelect;
export type DeliveryRow = typeof outgoingDeliveries.$inferSelect;

/** Of each webhook. */
const KEPT_DELIVERIES = 100;

interface Options {
  id: OrgId;
  database: Database;
  dataKey: Uint8Array;
  /** How many the plan allows. */
  limit: () => number;
}

/** The organization's outgoing webhooks and what was delivered to them. */
export class OutgoingTable {
  readonly #orm: Database;
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
    this.#orm = options.database;
  }

  list(): OutgoingRow[] {
    const { createdAt, id } = outgoingWebhooks;
    return this.#orm.select().from(outgoingWebhooks).orderBy(asc(createdAt), asc(id)).all();
  }

  /** Those that events go to. */
  listActive(): OutgoingRow[] {
    return this.#listAllowed().filter(({ enabled }) => enabled);
  }

  /** After a change to a smaller plan the newest beyond its limit wait for a larger one. */
  isPausedByPlan(id: WebhookId): boolean {
    return !this.#listAllowed().some((row) => row.id === id);
  }

  find(id: WebhookId): OutgoingRow | undefined {
    return this.#orm.select().from(outgoingWebhooks).where(eq(outgoingWebhooks.id, id)).get();
  }

  get(id: WebhookId): OutgoingRow {
    const row = this.find(id);
    if (row === undefined) throw new AppError("not_found", `This organization has no webhook ${id}.`);
    return row;
  }

  insert(row: OutgoingRow): void {
    this.#orm.insert(outgoingWebhooks).values(row).run();
  }

  update(id: WebhookId, change: Partial<OutgoingRow>): void {
    this.#orm.update(outgoingWebhooks).set(change).where(eq(outgoingWebhooks.id, id)).run();
  }

  remove(id: WebhookId): void {
    this.#orm.delete(outgoingWebhooks).where(eq(outgoingWebhooks.id, id)).run();
    this.#orm.delete(outgoingDeliveries).where(eq(outgoingDeliveries.webhook, id)).run();
  }

  seal(id: WebhookId, secret: string): string {
    return encryptText(this.#options.dataKey, secret, this.#toContext(id));
  }

  open(id: WebhookId, sealed: string): string {
    return decryptText(this.#options.dataKey, sealed, this.#toContext(id));
  }

  /** The newest first. */
  listDeliveries(id: WebhookId): DeliveryRow[] {
    const { createdAt, id: delivery, webhook } = outgoingDeliveries;
    const query = this.#orm.select().from(outgoingDeliveries).where(eq(webhook, id));
    return query.orderBy(desc(createdAt), desc(delivery)).limit(KEPT_DELIVERIES).all();
  }

  /** When anything was last sent to it, with whatever result. */
  findLastAttempt(id: WebhookId): number | null {
    const last = max(outgoingDeliveries.attemptedAt);
    const query = this.#orm.select({ last }).from(outgoingDeliveries);
    return query.where(eq(outgoingDeliveries.webhook, id)).get()?.last ?? null;
  }

  findDelivery(id: DeliveryId): DeliveryRow | undefined {
    return this.#orm.select().from(outgoingDeliveries).where(eq(outgoingDeliveries.id, id)).get();
  }

  updateDelivery(id: DeliveryId, change: Partial<DeliveryRow>): void {
    this.#orm.update(outgoingDeliveries).set(change).where(eq(outgoingDeliveries.id, id)).run();
  }

  listDue(now: number, limit: number): DeliveryRow[] {
    const { nextAttemptAt } = outgoingDeliveries;
    const query = this.#orm
      .select()
      .from(outgoingDeliveries)
      .where(lte(nextAttemptAt, Math.floor(now)));
    return query.orderBy(asc(nextAttemptAt)).limit(limit).all();
  }

  findNextDue(): number | null {
    const next = min(outgoingDeliveries.nextAttemptAt);
    return this.#orm.select({ next }).from(outgoingDeliveries).get()?.next ?? null;
  }

  /** Of those that are over, the latest are kept of each webhook. */
  prune(): void {
    for (const { id } of this.list()) {
      const kept = this.listDeliveries(id);
      const oldest = kept.at(-1);
      if (oldest === undefined || kept.length < KEPT_DELIVERIES) continue;
      const { createdAt, nextAttemptAt, webhook } = outgoingDeliveries;
      const isOld = and(eq(webhook, id), lt(createdAt, oldest.createdAt), isNull(nextAttemptAt));
      this.#orm.delete(outgoingDeliveries).where(isOld).run();
    }
  }

  #listAllowed(): OutgoingRow[] {
    return this.list().slice(0, this.#options.limit());
  }

  /** What a secret is bound to when encrypted. */
  #toContext(id: WebhookId): string {
    return `${this.#options.id}/${id}/secret`;
  }
}
