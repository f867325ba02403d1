import type { PlanName } from "../plans.ts";
import type { Interval } from "../prices.ts";

interface Happened {
  /** From when on it counts, in seconds. */
  at: number;
  /** When it was written to Stripe, in seconds. */
  writtenAt: number;
  cause: string;
}

interface Terms {
  plan: PlanName;
  interval: Interval;
  /** Listings that are paid for; null: as before, or none yet. */
  quantity: number | null;
}

/** What the ledger says happened to a subscription, as far as it costs or saves something. */
export type BillableEvent = Happened &
  (
    | (Terms & { kind: "start"; trialEnd: number | null })
    | { kind: "quantity"; quantity: number }
    /** Now, with the rest of the period given back and charged anew, or when a period is over. Another interval begins at `restartsAt`. */
    | (Terms & { kind: "change"; isProrated: boolean; restartsAt: number })
    | { kind: "end" }
  );
