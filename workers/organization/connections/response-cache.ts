const MAX_ENTRIES = 512;
const MAX_BYTES = 16 * 1024 * 1024;

interface Entry {
  body: unknown;
  bytes: number;
  expiresAt: number;
}

/** Upstream answers of one connection, in memory, oldest out first. */
export class ResponseCache {
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  find(key: string, now: number): { body: unknown } | null {
    const entry = this.#entries.get(key);
    if (entry === undefined) return null;
    if (entry.expiresAt > now) return entry;
    this.#drop(key, entry);
    return null;
  }

  keep(key: string, body: unknown, bytes: number, expiresAt: number): void {
    const old = this.#entries.get(key);
    if (old !== undefined) this.#drop(key, old);
    this.#entries.set(key, { body, bytes, expiresAt });
    this.#bytes += bytes;
    for (const [oldest, entry] of this.#entries) {
      if (this.#entries.size <= MAX_ENTRIES && this.#bytes <= MAX_BYTES) break;
      this.#drop(oldest, entry);
    }
  }

  clear(): void {
    this.#entries.clear();
    this.#bytes = 0;
  }

  #drop(key: string, { bytes }: Entry): void {
    this.#entries.delete(key);
    this.#bytes -= bytes;
  }
}
