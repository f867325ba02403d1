import type { Table } from "../core/table.ts";

/** All that a search looks at. */
export interface Searched {
  id: string;
  created: number;
}

interface Change<Item> {
  at: number;
  id: string;
  item: Item | undefined;
}

/** One table as search sees it: some time behind. After a restart it has caught up. */
export class SearchIndex<Item extends Searched> {
  readonly #seen = new Map<string, Item>();
  /** What has changed since the last `note`. */
  readonly #touched = new Map<string, Item | undefined>();
  #changes: Change<Item>[] = [];

  constructor(table: Table<Item>) {
    table.watch((id, item) => this.#touched.set(id, item));
    this.note(-Infinity);
    this.#catchUp(0);
  }

  /** What has been done so far was done by then. In seconds. */
  note(at: number): void {
    for (const [id, item] of this.#touched) this.#changes.push({ at, id, item });
    this.#touched.clear();
  }

  /** As it was at that time, newest first. */
  find(at: number, matches: (item: Item) => boolean): Item[] {
    this.#catchUp(at);
    const found = [...this.#seen.values()].filter(matches).toReversed();
    return found.sort((a, b) => b.created - a.created);
  }

  #catchUp(at: number): void {
    const unseen = this.#changes.findIndex((change) => change.at > at);
    const visible = this.#changes.splice(0, unseen < 0 ? this.#changes.length : unseen);
    for (const { id, item } of visible)
      if (item) this.#seen.set(id, item);
      else this.#seen.delete(id);
  }
}
