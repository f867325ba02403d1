import type { Store } from "#sandbox/store.ts";
import { noSuch } from "./errors.ts";

interface Row<Item> {
  /** Grows with each new object: the order in which they were made. */
  position: number;
  item: Item;
}

/** Is told of each object when it is loaded, written or put back; undefined where it is gone. */
export type Watch<Item> = (id: string, item: Item | undefined, position: number) => void;

/** All objects of one kind of one account, in the order in which they were made. An object is replaced, never changed. */
export class Table<Item extends { id: string }> {
  readonly #rows = new Map<string, Row<Item>>();
  readonly #indexes = new Map<keyof Item, Map<unknown, Set<string>>>();
  readonly #watchers: Watch<Item>[] = [];
  readonly #name: string;
  readonly #record: TableOptions["record"];
  readonly #write: (id: string) => void;
  #lastPosition = 0;
  /** Whether the rows are in the order of their positions; a removal that is taken back upsets it. */
  #isInOrder = true;

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
    for (const row of saved.sort((a, b) => a.position - b.position)) this.#set(row.item.id, row);
  }

  find(id: string): Item | undefined {
    return this.#rows.get(id)?.item;
  }

  /** `param` is the parameter that named it: none if the path did. */
  get(id: string, param?: string): Item {
    const item = this.find(id);
    if (!item) throw this.noSuch(id, param);
    return item;
  }

  noSuch(id: string, param?: string): Error {
    return noSuch(this.#name, id, param);
  }

  get size(): number {
    return this.#rows.size;
  }

  /** The one that was made first. */
  oldest(): Item | undefined {
    for (const { item } of this.#inOrder()) return item;
  }

  /** Oldest first. */
  all(): Item[] {
    return Array.from(this.#inOrder(), ({ item }) => item);
  }

  /** Oldest first. Looks at every object: where one field says it, `by` is quicker. */
  where(holds: (item: Item) => boolean): Item[] {
    const found: Item[] = [];
    for (const { item } of this.#inOrder()) if (holds(item)) found.push(item);
    return found;
  }

  /** Those whose field has this value, oldest first. */
  by<Field extends keyof Item>(field: Field, value: Item[Field]): Item[] {
    const ids = [...(this.#indexOf(field).get(value) ?? [])];
    const rows = ids.flatMap((id) => this.#rows.get(id) ?? []);
    return rows.sort((a, b) => a.position - b.position).map(({ item }) => item);
  }

  /** Where it stands in the order in which they were made. */
  positionOf(id: string): number | undefined {
    return this.#rows.get(id)?.position;
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

  /** `watch` is called at once for what is there. */
  watch(watch: Watch<Item>): void {
    this.#watchers.push(watch);
    for (const { item, position } of this.#inOrder()) watch(item.id, item, position);
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
    const before = this.#rows.get(id);
    if (row) this.#rows.set(id, row);
    else this.#rows.delete(id);
    const position = row?.position ?? before?.position ?? 0;
    if (row && !before && position <= this.#lastPosition) this.#isInOrder = false;
    this.#lastPosition = Math.max(this.#lastPosition, position);
    for (const [field, index] of this.#indexes) {
      if (before) index.get(before.item[field])?.delete(id);
      if (row) addTo(index, row.item[field], id);
    }
    for (const watch of this.#watchers) watch(id, row?.item, position);
  }

  #inOrder(): Iterable<Row<Item>> {
    if (!this.#isInOrder) {
      const rows = [...this.#rows].sort(([, a], [, b]) => a.position - b.position);
      this.#rows.clear();
      for (const [id, row] of rows) this.#rows.set(id, row);
      this.#isInOrder = true;
    }
    return this.#rows.values();
  }

  #indexOf(field: keyof Item): Map<unknown, Set<string>> {
    const existing = this.#indexes.get(field);
    if (existing) return existing;
    const index = new Map<unknown, Set<string>>();
    for (const [id, { item }] of this.#rows) addTo(index, item[field], id);
    this.#indexes.set(field, index);
    return index;
  }
}

function addTo(index: Map<unknown, Set<string>>, value: unknown, id: string): void {
  const ids = index.get(value);
  if (ids) ids.add(id);
  else index.set(value, new Set([id]));
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
