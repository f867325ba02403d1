import type { Store } from "#sandbox/store.ts";
import { noSuch } from "./errors.ts";

interface Row<Item> {
  /** Grows with each new object: the order in which they were made. */
  position: number;
  item: Item;
}

/** All objects of one kind of one account, in the order in which they were made. An object is replaced, never changed. */
export class Table<Item extends { id: string }> {
  readonly #rows = new Map<string, Row<Item>>();
  readonly #name: string;
  readonly #record: TableOptions["record"];
  readonly #write: (id: string) => void;
  #lastPosition = 0;

  /** `name` is how Stripe's errors call such an object. */
  constructor({ store, account, name, record }: TableOptions) {
    this.#name = name;
    this.#record = record;
    const kind = `stripe.${name}`;
    this.#write = (id) => {
      const row = this.#rows.get(id);
      if (row) store.put(kind, account, id, row);
      else store.remove(kind, account, id);
    };
    const saved = store.all(kind, account).map(asWritten<Row<Item>>);
    for (const row of saved.sort((a, b) => a.position - b.position)) this.#remember(row);
  }

  find(id: string): Item | undefined {
    return this.#rows.get(id)?.item;
  }

  /** `param` is the parameter that named it: none if the path did. */
  get(id: string, param?: string): Item {
    const item = this.find(id);
    if (!item) throw noSuch(this.#name, id, param);
    return item;
  }

  /** Oldest first. */
  all(): Item[] {
    return [...this.#rows.values()].map(({ item }) => item);
  }

  where(holds: (item: Item) => boolean): Item[] {
    return this.all().filter(holds);
  }

  put(item: Item): Item {
    const before = this.#rows.get(item.id);
    this.#replace(item.id, { position: before?.position ?? this.#lastPosition + 1, item });
    return item;
  }

  change(id: string, changes: Partial<Item>): Item {
    return this.put({ ...this.get(id), ...changes });
  }

  remove(id: string): void {
    this.#replace(id, undefined);
  }

  #replace(id: string, row: Row<Item> | undefined): void {
    const before = this.#rows.get(id);
    this.#set(id, row);
    this.#record(
      id,
      () => this.#set(id, before),
      () => this.#write(id),
    );
  }

  #set(id: string, row: Row<Item> | undefined): void {
    if (row) this.#remember(row);
    else this.#rows.delete(id);
  }

  #remember(row: Row<Item>): void {
    this.#rows.set(row.item.id, row);
    this.#lastPosition = Math.max(this.#lastPosition, row.position);
  }
}

interface TableOptions {
  store: Store;
  account: string;
  name: string;
  /** Is told of each change: how to take it back, and how to keep it. */
  record(id: string, undo: () => void, write: () => void): void;
}

/** Safe because only the table's own `put` wrote it, and the type checker saw what. */
function asWritten<Value>(value: unknown): Value {
  return value as Value;
}
