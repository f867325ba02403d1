import { AppError } from "#errors.ts";
import type { CredentialId } from "#ids.ts";
import { SlidingWindow } from "#lib/sliding-window.ts";
import type { Entitlement } from "./entitlement.ts";

const SECONDS = 10;
/** Discovery, listing and pings are free and have this many times the room of tool calls. */
const PROTOCOL_FACTOR = 5;

/** Requests per key or grant, in memory. Tool calls and everything else wait in separate buckets. */
export class Limiter {
  readonly #entitlement: () => Entitlement;
  readonly #windows = new Map<string, { size: number; window: SlidingWindow }>();
  readonly #refusedUntil = new Map<string, number>();

  constructor(entitlement: () => Entitlement) {
    this.#entitlement = entitlement;
  }

  requireCall(key: CredentialId, now: number): void {
    this.#require(key, "call", this.#entitlement().burst, now);
  }

  requireProtocol(key: CredentialId, now: number): void {
    this.#require(key, "protocol", this.#entitlement().burst * PROTOCOL_FACTOR, now);
  }

  /** True once in ten seconds per key: a flood leaves one audit row, not a flood of them. */
  isFirstRefusal(key: string, now: number): boolean {
    if (now < (this.#refusedUntil.get(key) ?? 0)) return false;
    this.#refusedUntil.set(key, now + SECONDS * 1_000);
    return true;
  }

  #require(key: CredentialId, bucket: string, size: number, now: number): void {
    const wait = this.#window(`${key}/${bucket}`, size).take(now);
    if (wait === 0) return;
    const seconds = Math.ceil(wait / 1_000);
    throw new AppError("rate_limited", `What calls here may make ${size} requests in ${SECONDS} seconds.`, {
      limit: size,
      used: size,
      resetsAt: now + wait,
      retryAfterSeconds: seconds,
    });
  }

  #window(name: string, size: number): SlidingWindow {
    const known = this.#windows.get(name);
    if (known?.size === size) return known.window;
    const window = new SlidingWindow({ requests: size, seconds: SECONDS });
    this.#windows.set(name, { size, window });
    return window;
  }
}
