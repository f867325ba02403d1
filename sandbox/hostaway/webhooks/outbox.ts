import type { Store } from "#sandbox/store.ts";
import { Delivery } from "./webhook.ts";

/** The webhook requests of all accounts that are still to be made. */
export class Outbox {
  readonly #store: Store;
  readonly #deliveries = new Map<number, Delivery>();
  #lastId = 0;

  constructor(store: Store) {
    this.#store = store;
    for (const row of store.acrossAccounts("delivery")) this.#remember(Delivery.parse(row));
  }

  add(delivery: Omit<Delivery, "id">): void {
    this.put({ ...delivery, id: this.#lastId + 1 });
  }

  put(delivery: Delivery): void {
    this.#store.put("delivery", delivery.account, delivery.id, delivery);
    this.#remember(delivery);
  }

  remove({ id, account }: Delivery): void {
    this.#deliveries.delete(id);
    this.#store.remove("delivery", account, id);
  }

  removeOf(account: string, webhookId: number): void {
    for (const delivery of this.of(account)) if (delivery.webhookId === webhookId) this.remove(delivery);
  }

  /** In the order in which they are to be made. */
  all(): Delivery[] {
    return [...this.#deliveries.values()].sort((a, b) => a.dueAt - b.dueAt || a.id - b.id);
  }

  of(account: string): Delivery[] {
    return this.all().filter((delivery) => delivery.account === account);
  }

  #remember(delivery: Delivery): void {
    this.#deliveries.set(delivery.id, delivery);
    this.#lastId = Math.max(this.#lastId, delivery.id);
  }
}
