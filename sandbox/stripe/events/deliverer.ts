import type { World } from "#sandbox/world.ts";
import type { Delivery } from "../core/records.ts";
import { settingsOf } from "../faults/settings.ts";
import type { StripeAccount } from "../stripe-account.ts";
import { type Send, sendDelivery } from "./send-delivery.ts";
import { settleDelivery } from "./settle-delivery.ts";

const byItself = { id: null, idempotency_key: null };

/** Makes the webhook requests that are due. Each endpoint has a line of its own, so that none waits for another. */
export class Deliverer {
  readonly #world: () => World;
  readonly #send: Send;
  readonly #lines = new Map<string, Promise<void>>();

  constructor(world: () => World, send: Send) {
    this.#world = world;
    this.#send = send;
  }

  /** Done when all that was due, of one account or of all, has been answered or put off. */
  async deliverDue(only?: string): Promise<void> {
    const world = this.#world();
    const accounts = world.stripe.all().filter(({ db }) => only === undefined || db.account === only);
    for (const account of accounts) {
      account.catchUp(world.clock.now());
      const endpoints = new Set(this.#due(world, account).map(({ endpoint }) => endpoint));
      for (const endpoint of endpoints)
        this.#queue(nameOf(account, endpoint), () => this.#deliverAll(world, account, endpoint));
    }
    const isWanted = (name: string) => only === undefined || name.startsWith(`${only} `);
    await Promise.all([...this.#lines].map(([name, line]) => isWanted(name) && line));
  }

  /** When the next one is due that no line has in hand, by the sandbox's clock. Null if none waits. */
  nextDueAt(): number | null {
    const waiting = this.#world()
      .stripe.all()
      .flatMap((account) =>
        account.db.deliveries
          .where(({ endpoint }) => !this.#lines.has(nameOf(account, endpoint)))
          .flatMap(({ due_at_ms }) => due_at_ms ?? []),
      );
    return waiting.reduce<number | null>((least, due) => Math.min(least ?? due, due), null);
  }

  #queue(name: string, work: () => Promise<void>): void {
    const line = (this.#lines.get(name) ?? Promise.resolve()).then(work).finally(() => {
      if (this.#lines.get(name) === line) this.#lines.delete(name);
    });
    this.#lines.set(name, line);
  }

  async #deliverAll(world: World, account: StripeAccount, endpoint: string): Promise<void> {
    const { webhooks_in_flight } = settingsOf(account.db);
    const next = () => this.#due(world, account).filter((delivery) => delivery.endpoint === endpoint);
    for (let due = next(); due.length > 0; due = next()) {
      const queue = due.values();
      const work = async () => {
        for (const delivery of queue) await this.#deliver(world, account, delivery);
      };
      await Promise.all(Array.from({ length: webhooks_in_flight }, work));
    }
  }

  async #deliver(world: World, account: StripeAccount, delivery: Delivery): Promise<void> {
    const isStillWanted = account.db.deliveries.find(delivery.id) === delivery;
    if (!isStillWanted || !this.#isCurrent(world, account)) return;
    const options = { now: world.clock.now(), send: this.#send };
    const attempt = await sendDelivery(account.db, delivery, options);
    const now = world.clock.now();
    if (this.#isCurrent(world, account))
      account.act(now, byItself, (ctx) => settleDelivery(ctx, delivery, attempt, now));
  }

  /** False after a reset, or when a snapshot took its place. */
  #isCurrent(world: World, account: StripeAccount): boolean {
    return this.#world() === world && world.stripe.find(account.db.account) === account;
  }

  /** In the order in which they are to go out. */
  #due(world: World, account: StripeAccount): Delivery[] {
    if (!this.#isCurrent(world, account)) return [];
    const now = world.clock.now();
    return account.db.deliveries
      .where((delivery) => (delivery.due_at_ms ?? Infinity) <= now)
      .sort((a, b) => (a.due_at_ms ?? 0) - (b.due_at_ms ?? 0) || a.sequence - b.sequence);
  }
}

const nameOf = ({ db }: StripeAccount, endpoint: string) => `${db.account} ${endpoint}`;
