import type { BillingContext } from "../billing-context.ts";
import type { Billed } from "./read-billed.ts";
import type { Ledger } from "./read-ledger.ts";
import { toDay } from "./to-day.ts";

/** Whether Stripe bills another number than we have written down since the subscription or its plan last changed. */
export function findDrift(
  { id, now }: BillingContext,
  { latest, last, planChangedAt }: Ledger,
  billed: Billed | null,
  isRepaired: boolean,
) {
  if (billed?.item == null || latest === null || latest.listings === billed.quantity) return null;
  const since = Math.max(billed.subscription.start_date * 1_000, planChangedAt);
  if (latest.countedAt < since) return null;
  return {
    id: `${id}/quantity/${toDay(now)}/${billed.quantity}`,
    kind: "quantity" as const,
    expected: `${latest.listings} listings, as counted on ${latest.day}`,
    found: `${billed.quantity} at Stripe`,
    cause:
      last?.state === "refused"
        ? `The change of ${last.day} was refused: ${last.error ?? "no reason given"}`
        : "The quantity was changed at Stripe, and not by Latchkey.",
    repairedAt: isRepaired ? Math.floor(now) : null,
  };
}
