import type {
  Connector,
  UpstreamAnswer,
  UpstreamRequest,
  UpstreamSend,
  UpstreamToken,
  Verdict,
} from "#connectors/define-connector.ts";
import { AppError, type ErrorCode } from "#errors.ts";
import type { Clock } from "#lib/clock.ts";
import { log } from "#lib/log.ts";
import { encodeBody } from "./encode-request.ts";
import { toBusy } from "./to-busy.ts";
import type { TokenSource } from "./token-source.ts";

/** Upstream windows are some ten seconds long; three of these outlast one. */
const RATE_LIMITED_WAIT_MS = 3_500;
const MAX_RETRIES = 3;

export interface AttemptOptions {
  connector: Pick<Connector, "name" | "toHeaders" | "judge">;
  send: UpstreamSend;
  tokens: TokenSource;
  clock: Clock;
  /** Asked when a token that was minted a moment ago is refused: is it the credential, or only this request? */
  isRejected(): Promise<boolean>;
}

interface Attempt {
  path: string;
  request: UpstreamRequest;
  /** Nothing is repeated after this. */
  deadline: number;
  /** Resolves when the next request may be sent, or throws. */
  takePlace(): Promise<void>;
}

export interface Attempted {
  answer: UpstreamAnswer;
  sentAt: number;
}

/**
 * Sends until there is an answer to give: waits its turn, mints a new token once, repeats what is safe to repeat. Once a
 * write may have arrived, whatever refuses its repetition does not make it one that certainly did not.
 */
export async function attempt(options: AttemptOptions, work: Attempt): Promise<Attempted> {
  let unclear: AppError | undefined;
  try {
    return await sendUntilAnswered(options, work, (error) => {
      unclear = error;
    });
  } catch (error) {
    throw unclear ?? error;
  }
}

async function sendUntilAnswered(
  options: AttemptOptions,
  { path, request, deadline, takePlace }: Attempt,
  onUnclear: (error: AppError) => void,
): Promise<Attempted> {
  const { clock, connector } = options;
  const { method = "GET" } = request;
  let reauthenticated = false;
  for (let retries = 0; ; ) {
    await takePlace();
    const sentAt = clock.now();
    const outcome = await trySend(options, path, request);
    if (outcome.verdict === "ok") return { answer: outcome.answer, sentAt };

    if (outcome.verdict === "unauthorized") {
      if (reauthenticated) {
        throw new AppError((await options.isRejected()) ? "connection_invalid" : "upstream_locked");
      }
      options.tokens.drop(outcome.token);
      reauthenticated = true;
      continue;
    }
    if (isUnclear(method, outcome)) onUnclear(toError(outcome, clock.now()));
    const wait = toWait(outcome, retries);
    if (!mayRepeat(request, outcome) || retries >= MAX_RETRIES || clock.now() + wait > deadline) {
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
  { send, connector, tokens }: AttemptOptions,
  path: string,
  request: UpstreamRequest,
): Promise<Outcome> {
  let token: UpstreamToken | undefined;
  const { headers: type, ...content } = encodeBody(request);
  try {
    token = await tokens.get();
    const headers = { accept: "application/json", ...type, ...connector.toHeaders(token) };
    const answer = await send(path, { method: request.method ?? "GET", headers, ...content });
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
function mayRepeat(
  { method, repeatable = method !== "POST" && method !== "PATCH" }: UpstreamRequest,
  { verdict, unsent }: Failure,
): boolean {
  return verdict === "rate_limited" || (verdict === "unavailable" && (unsent === true || repeatable));
}

const isUnclear = (method: string, { verdict, unsent }: Failure) =>
  method !== "GET" && verdict === "unavailable" && !unsent;

const codes = {
  locked: "upstream_locked",
  not_found: "not_found",
  rejected: "upstream_rejected",
  unavailable: "upstream_unavailable",
} as const satisfies Partial<Record<Verdict, ErrorCode>>;

function toError({ verdict, error, retryAfterMs = 10_000 }: Failure, now: number): AppError {
  if (verdict === "rate_limited") return toBusy(now, retryAfterMs);
  return error ?? new AppError(codes[verdict]);
}
