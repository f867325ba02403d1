const MAX_ENTRIES = 512;
const MAX_BYTES = 16 * 1024 * 1024;
/** How long after its time an answer may stand in for one that is being waited for. */
const STALE_MS = 60_000;

/** What was read, and when it was asked for: what it says is at most as old as that. */
export interface Kept {
  body: unknown;
  readAt: number;
}

interface Entry extends Kept {
  bytes: number;
  expiresAt: number;
  /** No write changes it. */
  constant?: boolean;
}

/** Upstream answers of one connection, in memory, oldest out first. */
export class ResponseCache {
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;
  #generation = 0;

  /** Grows whenever something is dropped for being out of date: what was asked for in an earlier one may be out of date. */
  get generation(): number {
    return this.#generation;
  }

  find(key: string, now: number): (Kept & { isStale: boolean }) | null {
    const entry = this.#entries.get(key);
    if (entry === undefined) return null;
    const { body, readAt, expiresAt } = entry;
    if (expiresAt + STALE_MS > now) return { body, readAt, isStale: expiresAt <= now };
    this.#drop(key, entry);
    return null;
  }

  keep(key: string, entry: Entry): void {
    const old = this.#entries.get(key);
    if (old !== undefined) this.#drop(key, old);
    this.#entries.set(key, entry);
    this.#bytes += entry.bytes;
    for (const [oldest, entry] of this.#entries) {
      if (this.#entries.size <= MAX_ENTRIES && this.#bytes <= MAX_BYTES) break;
      this.#drop(oldest, entry);
    }
  }

  /** Drops what is kept of addresses that begin in one of these ways, and what is being read of them. */
  forget(beginnings: readonly string[]): void {
    for (const [key, entry] of this.#entries) {
      if (beginnings.some((beginning) => key.startsWith(beginning))) this.#drop(key, entry);
    }
    this.#generation += 1;
  }

  /** Drops all that a write may have changed. */
  clear(): void {
    for (const [key, entry] of this.#entries) {
      if (!entry.constant) this.#drop(key, entry);
    }
    this.#generation += 1;
  }

  #drop(key: string, { bytes }: Entry): void {
    this.#entries.delete(key);
    this.#bytes -= bytes;
  }
}
