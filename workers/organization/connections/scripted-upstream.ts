import type { UpstreamAnswer, Verdict } from "#connectors/define-connector.ts";
import type { AppError } from "#errors.ts";
import type { Lane } from "#lib/fair-queue.ts";
import { SlidingWindow } from "#lib/sliding-window.ts";
import { ResponseCache } from "./response-cache.ts";
import { TokenSource } from "./token-source.ts";
import { createUpstreamFetch } from "./upstream-fetch.ts";

/** The upstream's statuses are places in this list. */
const verdicts: Verdict[] = [
  "ok",
  "unauthorized",
  "locked",
  "not_found",
  "rejected",
  "rate_limited",
  "unavailable",
];

export interface Reply {
  verdict: Verdict;
  body?: unknown;
  retryAfterSeconds?: number;
  /** Instead of an answer. */
  error?: AppError;
}

/** A fetch whose upstream replies as scripted, then always "ok", under a clock that only sleeping moves; timers never end. */
export function createUpstream(script: Reply[] = [], { requests = 100, delay = 0, isRejected = true } = {}) {
  const world = { now: 0, sent: [] as string[], running: 0, most: 0, minted: 0, asked: 0 };
  const clock = {
    now: () => world.now,
    sleep: async (ms: number, signal?: AbortSignal) => {
      if (signal !== undefined) return new Promise<void>(() => {});
      world.now += ms;
    },
  };
  const window = new SlidingWindow({ requests, seconds: 10 });
  const takePlace = async (_: Lane, waitMs: number): Promise<number> => {
    const until = world.now + waitMs;
    await null;
    const wait = window.take(world.now);
    if (wait === 0 || world.now + wait > until) return wait;
    world.now += wait;
    return window.take(world.now);
  };
  const send = async (path: string, { method }: RequestInit): Promise<UpstreamAnswer> => {
    world.sent.push(`${method} ${path}`);
    world.running += 1;
    world.most = Math.max(world.most, world.running);
    await scheduler.wait(delay);
    world.running -= 1;
    const { error, body = {}, retryAfterSeconds, verdict } = script.shift() ?? { verdict: "ok" };
    if (error !== undefined) throw error;
    return { status: verdicts.indexOf(verdict), body, text: "", retryAfterSeconds };
  };
  const fetchFor = createUpstreamFetch({
    cache: new ResponseCache(),
    connector: {
      name: "test",
      toHeaders: ({ value }) => ({ authorization: value }),
      judge: ({ status }) => verdicts[status] ?? "ok",
    },
    send,
    tokens: new TokenSource({
      clock: { ...clock, sleep: async () => {} },
      load: () => null,
      store: () => {},
      mint: async () => {
        world.minted += 1;
        return { value: `token-${world.minted}`, expiresAt: Number.MAX_SAFE_INTEGER, usableAfter: 0 };
      },
    }),
    pace: { take: takePlace },
    clock,
    isRejected: async () => {
      world.asked += 1;
      return isRejected;
    },
  });
  return { world, fetchFor, fetch: fetchFor({ key: "key", lane: "person" }) };
}

export const times = (count: number, verdict: Verdict): Reply[] =>
  Array.from({ length: count }, () => ({ verdict }));
