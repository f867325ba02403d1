import type Stripe from "stripe";
import { type Env, getConfig } from "#env.ts";
import { AppError } from "#errors.ts";
import { log } from "#lib/log.ts";
import { createStripe } from "../create-stripe.ts";

/** Older or newer ones may be recorded ones. */
const TOLERANCE_SECONDS = 300;

interface Delivery {
  body: string;
  /** The header `Stripe-Signature`. */
  signature: string | undefined;
  now: number;
}

/** The event that Stripe sent, and nobody else. */
export async function readEvent(env: Env, { body, signature, now }: Delivery): Promise<Stripe.Event> {
  const { webhooks } = createStripe(env);
  if (signature === undefined || isFuture(signature, now)) throw toRefusal();
  for (const secret of getConfig(env).stripe?.webhookSecrets ?? []) {
    try {
      return await webhooks.constructEventAsync(body, signature, secret, TOLERANCE_SECONDS, undefined, now);
    } catch (thrown) {
      // Another secret may fit, while one is being replaced.
      log.warn("stripe.signature-refused", { reason: thrown instanceof Error ? thrown.name : "unknown" });
    }
  }
  throw toRefusal();
}

/** Which the library lets pass. Whatever is not one time is refused with it. */
function isFuture(signature: string, now: number): boolean {
  const times = signature.split(",").flatMap((part) => {
    const [name, value] = part.split("=");
    return name?.trim() === "t" ? [Number(value)] : [];
  });
  const [at = Number.NaN] = times;
  return times.length !== 1 || !(at * 1_000 <= now + TOLERANCE_SECONDS * 1_000);
}

const toRefusal = () =>
  new AppError("invalid_request", "The signature is not Stripe's, or not of the last five minutes.");
