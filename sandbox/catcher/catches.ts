import { z } from "zod";
import { Collection } from "#sandbox/collection.ts";
import type { Store } from "#sandbox/store.ts";

const Caught = z.object({
  id: z.int(),
  name: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  caughtAt: z.iso.datetime(),
});
export type Caught = z.infer<typeof Caught>;

/** Requests that somebody's webhook sent, kept for reading. */
export class Catches {
  readonly #catches: Collection<Caught>;

  constructor(store: Store) {
    this.#catches = new Collection(store, "catch", "", Caught);
  }

  add(caught: Omit<Caught, "id">): Caught {
    return this.#catches.put({ ...caught, id: this.#catches.nextId() });
  }

  /** Oldest first. */
  listOf(name: string): Caught[] {
    return this.#catches
      .all()
      .filter((caught) => caught.name === name)
      .sort((a, b) => a.id - b.id);
  }
}
