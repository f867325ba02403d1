import type { Task } from "./records.ts";
import type { Table } from "./table.ts";

interface Entry {
  id: string;
  at: number;
}

/** The tasks in the order of their times, for each clock apart, so that nobody looks through all of them. */
export class Agenda {
  readonly #tasks: Table<Task>;
  readonly #heaps = new Map<string | null, Entry[]>();

  constructor(tasks: Table<Task>) {
    this.#tasks = tasks;
    tasks.watch((id, task) => {
      if (task) push(this.#heapOf(task.clock), { id, at: task.at });
    });
  }

  /** The earliest task that waits for this clock, null being the sandbox's own. */
  next(clock: string | null): Task | undefined {
    const heap = this.#heaps.get(clock);
    for (let entry = heap?.[0]; heap && entry; entry = heap[0]) {
      const task = this.#tasks.find(entry.id);
      if (task && task.at === entry.at && task.clock === clock) return task;
      removeFirst(heap);
    }
    this.#heaps.delete(clock);
    return undefined;
  }

  /** The clocks that something may be waiting for. */
  clocks(): (string | null)[] {
    return [...this.#heaps.keys()];
  }

  #heapOf(clock: string | null): Entry[] {
    const heap = this.#heaps.get(clock) ?? [];
    this.#heaps.set(clock, heap);
    return heap;
  }
}

/** What is due at the same time is done in the order of its kinds: a schedule's phase before the renewal it changes. */
const isBefore = (a: Entry, b: Entry) => (a.at === b.at ? a.id < b.id : a.at < b.at);

function push(heap: Entry[], entry: Entry): void {
  let index = heap.push(entry) - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent];
    if (!above || isBefore(above, entry)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = entry;
}

function removeFirst(heap: Entry[]): void {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let index = 0;
  for (;;) {
    const [left, right] = [heap[2 * index + 1], heap[2 * index + 2]];
    if (!left) break;
    const isRight = right !== undefined && isBefore(right, left);
    const least = isRight ? right : left;
    if (!isBefore(least, last)) break;
    heap[index] = least;
    index = 2 * index + (isRight ? 2 : 1);
  }
  heap[index] = last;
}
