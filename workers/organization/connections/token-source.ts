import { z } from "zod";
import type { UpstreamToken } from "#connectors/define-connector.ts";
import type { Clock } from "#lib/clock.ts";

const RENEW_BEFORE_MS = 7 * 24 * 60 * 60 * 1_000;

const StoredToken = z.object({ value: z.string(), expiresAt: z.number(), usableAfter: z.number() });

interface TokenSourceOptions {
  clock: Clock;
  mint(): Promise<UpstreamToken>;
  /** JSON, encrypted by whoever keeps it. */
  load(): string | null;
  store(token: string | null): void;
}

/** One upstream token, minted once, shared by all callers, kept across restarts and renewed before it ends. */
export class TokenSource {
  readonly #options: TokenSourceOptions;
  #token: UpstreamToken | null;
  #minting: Promise<UpstreamToken> | null = null;

  constructor(options: TokenSourceOptions) {
    this.#options = options;
    const stored = options.load();
    this.#token = stored === null ? null : StoredToken.parse(JSON.parse(stored));
  }

  async get(): Promise<UpstreamToken> {
    const token = this.#token;
    if (token !== null && token.expiresAt - RENEW_BEFORE_MS > this.#options.clock.now()) return token;
    this.#minting ??= this.#mint().finally(() => {
      this.#minting = null;
    });
    return this.#minting;
  }

  /** Forgets `token`, unless a newer one has taken its place already. */
  drop(token: UpstreamToken): void {
    if (this.#token !== token) return;
    this.#token = null;
    this.#options.store(null);
  }

  async #mint(): Promise<UpstreamToken> {
    const token = await this.#options.mint();
    // The upstream refuses a token in its first moments; nobody gets it before it works.
    await this.#options.clock.sleep(token.usableAfter);
    this.#token = token;
    this.#options.store(JSON.stringify(token));
    return token;
  }
}
