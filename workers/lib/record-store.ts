/** Texts under keys, read as they were written last. Times are the platform's, in milliseconds. */
export interface RecordStore {
  /** Null for what is not there, or is over. */
  find(key: string): Promise<string | null> | string | null;
  /** `endsAt` null: it has no end. */
  save(key: string, value: string, endsAt: number | null): Promise<void> | void;
  remove(key: string): Promise<void> | void;
  /** Left out where nobody asks. */
  list?(prefix: string): string[];
}

interface PutOptions {
  /** Seconds from now. */
  expirationTtl?: number;
  /** Seconds since the epoch. */
  expiration?: number;
}

/**
 * What workers-oauth-provider asks of a KV namespace, over stores that are strongly consistent: KV itself may still
 * answer with what was there a minute ago, which loses codes and revives what was revoked.
 */
export function toKvNamespace(choose: (key: string) => RecordStore) {
  return {
    async get(key: string, options?: { type: "json" }): Promise<unknown> {
      const value = await choose(key).find(key);
      return value === null || options?.type !== "json" ? value : JSON.parse(value);
    },
    async put(key: string, value: string, options: PutOptions = {}): Promise<void> {
      await choose(key).save(key, value, toEnd(options));
    },
    async delete(key: string): Promise<void> {
      await choose(key).remove(key);
    },
    async list({ prefix }: { prefix: string }) {
      const names = choose(prefix).list?.(prefix) ?? [];
      return { keys: names.map((name) => ({ name })), list_complete: true };
    },
  };
}
export type KvNamespace = ReturnType<typeof toKvNamespace>;

function toEnd({ expiration, expirationTtl }: PutOptions): number | null {
  if (expirationTtl !== undefined) return Date.now() + expirationTtl * 1_000;
  return expiration === undefined ? null : expiration * 1_000;
}
