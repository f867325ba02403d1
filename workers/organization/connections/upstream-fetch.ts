import type { UpstreamFetch, UpstreamRequest } from "#connectors/define-connector.ts";
import { AppError } from "#errors.ts";
import type { Clock } from "#lib/clock.ts";
import type { Lane, Turn } from "#lib/fair-queue.ts";
import { orAfter } from "#lib/or-after.ts";
import { Semaphore } from "#lib/semaphore.ts";
import { SingleFlight } from "#lib/single-flight.ts";
import { type Attempted, type AttemptOptions, attempt } from "./attempt.ts";
import { encodeQuery } from "./encode-request.ts";
import type { Pace } from "./pace.ts";
import type { Kept, ResponseCache } from "./response-cache.ts";
import { toBusy } from "./to-busy.ts";

const PLACES = { places: 5, placesForJobs: 2 };
const NOTICE_AFTER_MS = 1_000;
/** Who would wait longer than this is given what was kept instead, if it expired only lately. */
const STALE_AFTER_MS = 2_000;

/** How long each lane waits for its turn, and until when what failed is repeated. */
const patience: Record<Lane, { turnMs: number; totalMs: number }> = {
  person: { turnMs: 10_000, totalMs: 15_000 },
  job: { turnMs: 300_000, totalMs: 600_000 },
};

/** On whose behalf requests are sent. */
export interface UpstreamCaller extends Turn {
  /** Nothing is served from the cache. */
  fresh?: boolean;
  /** Once a request has waited for its turn for a second, and waits on. */
  onWait?(): void;
  onAnswer?(answer: UpstreamNote): void;
}

export interface UpstreamNote {
  /** When the data were asked for upstream, in milliseconds since the epoch. */
  readAt: number;
  /** How long that had to wait for its turn. */
  waitedMs: number;
}

export interface UpstreamFetchOptions extends AttemptOptions {
  pace: Pick<Pace, "take">;
  cache: ResponseCache;
}

/** Fetches for all callers of one connection: they share its cache and its places. */
export function createUpstreamFetch(
  options: UpstreamFetchOptions,
): (caller: UpstreamCaller) => UpstreamFetch {
  const { cache, clock } = options;
  const reads = new SingleFlight<Kept & UpstreamNote>();
  const places = new Semaphore({ ...PLACES, clock });
  const perform = (caller: UpstreamCaller, path: string, request: UpstreamRequest) =>
    performInTurn(options, places, caller, path, request);

  return (caller) =>
    async (path, request = {}) => {
      const { method = "GET", cacheSeconds = 0, constant, fresh = caller.fresh } = request;
      const address = `${path}${encodeQuery(request.query)}`;
      if (method !== "GET") {
        try {
          return (await perform(caller, address, request)).answer.body;
        } finally {
          // A write that failed may have been carried out all the same.
          if (!request.readsOnly) cache.clear();
        }
      }
      const kept = fresh && !constant ? null : cache.find(address, clock.now());
      if (kept?.isStale === false) return answer(caller, kept);
      const { generation } = cache;
      // Who comes after a write does not join a read from before it, nor a person one that waits as a job does.
      const reading = reads.run(`${generation} ${caller.lane} ${address}`, async () => {
        const { answer: read, sentAt, waitedMs } = await perform(caller, address, request);
        const { body, text } = read;
        if (cacheSeconds > 0 && (constant || cache.generation === generation)) {
          const expiresAt = clock.now() + cacheSeconds * 1_000;
          cache.keep(address, { body, readAt: sentAt, bytes: text.length, expiresAt, constant });
        }
        return { body, readAt: sentAt, waitedMs };
      });
      const latest = kept === null ? reading : orStale(clock, reading, kept);
      return answer(caller, await untilAborted(latest, request.signal));
    };
}

function answer(
  caller: UpstreamCaller,
  { body, readAt, waitedMs = 0 }: Kept & { waitedMs?: number },
): unknown {
  caller.onAnswer?.({ readAt, waitedMs });
  return body;
}

/** The read goes on for those who come later. */
function orStale(clock: Clock, reading: Promise<Kept>, stale: Kept): Promise<Kept> {
  const unlessBusy = reading.catch((error: unknown) => {
    if (error instanceof AppError && error.code === "upstream_busy") return stale;
    throw error;
  });
  return orAfter(clock, STALE_AFTER_MS, unlessBusy, () => stale);
}

/** A read is shared, so a caller who goes away stops waiting for it and leaves it to the others. */
function untilAborted<Value>(reading: Promise<Value>, signal?: AbortSignal): Promise<Value> {
  if (signal === undefined) return reading;
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    reading.then(resolve, reject);
  });
}

async function performInTurn(
  options: UpstreamFetchOptions,
  places: Semaphore,
  caller: UpstreamCaller,
  path: string,
  request: UpstreamRequest,
): Promise<Attempted & { waitedMs: number }> {
  const { clock, pace } = options;
  const { turnMs, totalMs } = patience[caller.lane];
  const start = clock.now();
  const deadline = start + totalMs;
  const notice = new AbortController();
  if (caller.onWait) clock.sleep(NOTICE_AFTER_MS, notice.signal).then(caller.onWait, () => {});

  let waitedMs: number | undefined;
  const takePlace = async () => {
    const until = waitedMs === undefined ? start + turnMs : deadline;
    const wait = await pace.take(caller.lane, Math.max(0, until - clock.now()));
    if (wait > 0) throw toBusy(clock.now(), wait);
    notice.abort();
    waitedMs ??= clock.now() - start;
  };
  try {
    const late = () => toBusy(clock.now(), turnMs);
    const attempted = await places.run(caller, turnMs, late, () =>
      attempt(options, { path, request, deadline, takePlace }),
    );
    return { ...attempted, waitedMs: waitedMs ?? 0 };
  } finally {
    notice.abort();
  }
}
