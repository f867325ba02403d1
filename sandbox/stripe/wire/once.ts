import { StripeError } from "../core/errors.ts";
import type { SavedAnswer } from "../core/records.ts";
import type { StripeAccount } from "../stripe-account.ts";
import { type Call, isV2 } from "./read-call.ts";
import { type Reply, toErrorReply, toReply } from "./reply.ts";

const day = 86_400;

/**
 * Runs `execute` once for each key: the same request gets the same reply again for a day, also if that was a failure.
 * `now` is in milliseconds.
 */
export function once(
  { db }: StripeAccount,
  call: Call,
  { request, now }: { request: string; now: number },
  execute: () => object,
): Reply {
  const key = call.idempotencyKey;
  if (key === undefined || call.method !== "POST") return attempt(execute);
  const created = Math.floor(now / 1000);
  forgetOld(db.idempotency, created);
  const saved = db.idempotency.find(key);
  if (saved) return replay(saved, call);
  const reply = attempt(execute);
  if (isFinal(reply, call)) {
    const { status, body } = reply;
    db.idempotency.put({ id: key, request, fingerprint: toFingerprint(call), status, body, created });
    db.commit();
  }
  return { ...reply, headers: { ...reply.headers, ...hint(reply), "Original-Request": request } };
}

function attempt(execute: () => object): Reply {
  try {
    return toReply(execute());
  } catch (error) {
    return toErrorReply(error);
  }
}

function replay(saved: SavedAnswer, call: Call): Reply {
  if (saved.fingerprint !== toFingerprint(call)) throw otherParameters(saved.id);
  const headers = { "Idempotent-Replayed": "true", "Original-Request": saved.request, ...hint(saved) };
  return { status: saved.status, body: saved.body, headers };
}

/** A conflict and a limit pass; and in v2 whatever failed may be tried again. */
function isFinal({ status }: Reply, { path }: Call): boolean {
  return status !== 409 && status !== 429 && (status < 400 || !isV2(path));
}

/** Trying again under this key would only bring the same failure again. */
const hint = ({ status }: { status: number }): Record<string, string> =>
  status >= 500 ? { "Stripe-Should-Retry": "false" } : {};

function forgetOld(answers: StripeAccount["db"]["idempotency"], now: number): void {
  for (let oldest = answers.oldest(); oldest && oldest.created + day <= now; oldest = answers.oldest())
    answers.remove(oldest.id);
}

function toFingerprint({ method, path, encoded }: Call): string {
  if (isV2(path)) return `${method} ${path} ${encoded}`;
  const params = new URLSearchParams(encoded);
  params.sort();
  return `${method} ${path} ${params}`;
}

const otherParameters = (key: string) =>
  new StripeError(400, {
    type: "idempotency_error",
    message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
  });
