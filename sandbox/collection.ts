import type { z } from "zod";
import type { Store } from "./store.ts";

/** All rows of one kind and account: read from memory, written through to the store. */
export class Collection<Item extends { id: number }> {
  readonly #items = new Map<number, Item>();
  readonly #write: (item: Item) => void;
  readonly #erase: (id: number) => void;
  #lastId: number;

  constructor(store: Store, kind: string, account: string, schema: z.ZodType<Item>, firstId = 1) {
    this.#lastId = firstId - 1;
    for (const row of store.all(kind, account)) this.#remember(schema.parse(row));
    this.#write = (item) => store.put(kind, account, item.id, item);
    this.#erase = (id) => store.remove(kind, account, id);
  }

  find(id: number): Item | undefined {
    return this.#items.get(id);
  }

  all(): Item[] {
    return [...this.#items.values()];
  }

  put(item: Item): Item {
    this.#remember(item);
    this.#write(item);
    return item;
  }

  remove(id: number): void {
    this.#items.delete(id);
    this.#erase(id);
  }

  nextId(): number {
    return this.#lastId + 1;
  }

  #remember(item: Item): void {
    this.#items.set(item.id, item);
    this.#lastId = Math.max(this.#lastId, item.id);
  }
}
