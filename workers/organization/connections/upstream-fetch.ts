import type {
  Connector,
  UpstreamAnswer,
  UpstreamFetch,
  UpstreamRequest,
  UpstreamSend,
  UpstreamToken,
  Verdict,
} from "#connectors/define-connector.ts";
import { AppError, type ErrorCode } from "#errors.ts";
import type { Clock } from "#lib/clock.ts";
import { log } from "#lib/log.ts";
import { Semaphore } from "#lib/semaphore.ts";
import { SingleFlight } from "#lib/single-flight.ts";
import type { SlidingWindow } from "#lib/sliding-window.ts";
import { ResponseCache } from "./response-cache.ts";
import type { TokenSource } from "./token-source.ts";

const MAX_WAIT_MS = 15_000;
/** Upstream windows are some ten seconds long; three of these outlast one. */
const RATE_LIMITED_WAIT_MS = 3_500;
const MAX_RETRIES = 3;
const MAX_AT_ONCE = 5;

export interface UpstreamFetchOptions {
  connector: Pick<Connector, "name" | "toHeaders" | "judge">;
  send: UpstreamSend;
  tokens: TokenSource;
  window: SlidingWindow;
  clock: Clock;
  /** Asked when a token that was minted a moment ago is refused: is it the credential, or only this request? */
  isRejected(): Promise<boolean>;
}

export function createUpstreamFetch(options: UpstreamFetchOptions): UpstreamFetch {
  const { clock } = options;
  const cache = new ResponseCache();
  const reads = new SingleFlight<unknown>();
  const places = new Semaphore(MAX_AT_ONCE);
  const perform = (path: string, request: UpstreamRequest) => {
    const deadline = clock.now() + MAX_WAIT_MS;
    return places.run(() => attempt(options, path, request, deadline));
  };

  return async (path, request = {}) => {
    const { method = "GET", cacheSeconds = 0, fresh = false } = request;
    const address = `${path}${toQuery(request.query)}`;
    if (method !== "GET") {
      const answer = await perform(address, request);
      cache.clear();
      return answer.body;
    }
    const kept = fresh ? null : cache.find(address, clock.now());
    if (kept !== null) return kept.body;
    const reading = reads.run(address, async () => {
      const answer = await perform(address, request);
      if (cacheSeconds > 0) {
        cache.keep(address, answer.body, answer.text.length, clock.now() + cacheSeconds * 1_000);
      }
      return answer.body;
    });
    return untilAborted(reading, request.signal);
  };
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

/** Sends until there is an answer to give: waits its turn, mints a new token once, repeats what is safe to repeat. */
async function attempt(
  options: UpstreamFetchOptions,
  path: string,
  request: UpstreamRequest,
  deadline: number,
): Promise<UpstreamAnswer> {
  const { clock, connector } = options;
  const { method = "GET" } = request;
  let reauthenticated = false;
  for (let retries = 0; ; ) {
    await takeTurn(options, deadline);
    const outcome = await trySend(options, path, request);
    if (outcome.verdict === "ok") return outcome.answer;

    if (outcome.verdict === "unauthorized") {
      if (reauthenticated) {
        throw new AppError((await options.isRejected()) ? "connection_invalid" : "upstream_locked");
      }
      options.tokens.drop(outcome.token);
      reauthenticated = true;
      continue;
    }
    const wait = toWait(outcome, retries);
    if (!mayRepeat(method, outcome) || retries >= MAX_RETRIES || clock.now() + wait > deadline) {
      log.warn("upstream.failed", {
        connector: connector.name,
        method,
        path: path.split("?")[0],
        ...outcome.log,
      });
      throw toError(outcome, clock.now());
    }
    retries += 1;
    await clock.sleep(wait);
  }
}

async function takeTurn({ window, clock }: UpstreamFetchOptions, deadline: number): Promise<void> {
  for (;;) {
    const now = clock.now();
    const wait = now > deadline ? MAX_WAIT_MS : window.take(now);
    if (wait === 0) return;
    if (now + wait > deadline) throw toBusy(now, Math.ceil(wait / 1_000));
    await clock.sleep(wait);
  }
}

function toWait({ verdict, retryAfterMs }: Failure, retries: number): number {
  if (retryAfterMs !== undefined) return retryAfterMs;
  const base = verdict === "rate_limited" ? RATE_LIMITED_WAIT_MS : 1_000 * 2 ** retries;
  return base * (0.9 + Math.random() / 5);
}

type Failure = {
  verdict: Exclude<Verdict, "ok" | "unauthorized">;
  retryAfterMs?: number;
  error?: AppError;
  /** The request itself was never sent. */
  unsent?: boolean;
  log: { status?: number };
};
type Outcome =
  | { verdict: "ok"; answer: UpstreamAnswer }
  | { verdict: "unauthorized"; token: UpstreamToken }
  | Failure;

async function trySend(
  { send, connector, tokens }: UpstreamFetchOptions,
  path: string,
  { method = "GET", body }: UpstreamRequest,
): Promise<Outcome> {
  let token: UpstreamToken | undefined;
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const type = body === undefined ? undefined : { "content-type": "application/json" };
  try {
    token = await tokens.get();
    const headers = { accept: "application/json", ...type, ...connector.toHeaders(token) };
    const answer = await send(path, { method, headers, ...json });
    const verdict = connector.judge(answer);
    if (verdict === "ok") return { verdict, answer };
    if (verdict === "unauthorized") return { verdict, token };
    const { status, retryAfterSeconds } = answer;
    return { verdict, log: { status }, retryAfterMs: retryAfterSeconds && retryAfterSeconds * 1_000 };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === "connection_invalid") throw error;
    const { retryAfterSeconds } = error.details;
    // No answer came, or no token: whether a request that was sent has arrived is unknown.
    const verdict = error.code === "upstream_busy" ? "rate_limited" : "unavailable";
    const retryAfterMs = retryAfterSeconds && retryAfterSeconds * 1_000;
    return { verdict, error, unsent: token === undefined, retryAfterMs, log: {} };
  }
}

/** A POST may have been carried out although its answer was lost; a rate-limited one certainly was not. */
function mayRepeat(method: string, { verdict, unsent }: Failure): boolean {
  if (verdict === "rate_limited") return true;
  return verdict === "unavailable" && (unsent === true || (method !== "POST" && method !== "PATCH"));
}

const codes = {
  locked: "upstream_locked",
  not_found: "not_found",
  rejected: "upstream_rejected",
  unavailable: "upstream_unavailable",
} as const satisfies Partial<Record<Verdict, ErrorCode>>;

function toError({ verdict, error, retryAfterMs = 10_000 }: Failure, now: number): AppError {
  if (verdict === "rate_limited") return toBusy(now, Math.ceil(retryAfterMs / 1_000));
  return error ?? new AppError(codes[verdict]);
}

function toBusy(now: number, seconds: number): AppError {
  return new AppError("upstream_busy", `The connected account's request budget is spent for ${seconds} s.`, {
    retryAfterSeconds: seconds,
    resetsAt: now + seconds * 1_000,
  });
}

function toQuery(query: UpstreamRequest["query"] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) for (const item of value) search.append(`${name}[]`, String(item));
    else if (value !== undefined) search.set(name, String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}
