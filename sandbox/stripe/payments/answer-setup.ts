import { StripeError } from "../core/errors.ts";
import type { SetupIntent } from "../core/objects.ts";
import type { SetupOutcome } from "./confirm-setup-intent.ts";

/** A confirmed intent, or the refusal of the bank, after which the intent stays as the refusal left it. */
export function answerSetup({ error, setupIntent }: SetupOutcome): SetupIntent {
  if (error) throw new StripeError(402, error, { keepsChanges: true });
  return setupIntent;
}
