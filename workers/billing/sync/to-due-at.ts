import type { BillingAccount } from "./to-billing-state.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** How long before the end of a trial its owners hear of it. */
export const TRIAL_NOTICE_MS = 3 * DAY_MS;
/** And before what was kept after a subscription goes. */
export const RETENTION_NOTICES_MS = [7 * DAY_MS, DAY_MS];

/** The next moment at which time alone has something to say to this organization; null: never. */
export function toDueAt(
  { status, trialEndsAt, keptUntil }: Pick<BillingAccount, "status" | "trialEndsAt" | "keptUntil">,
  now: number,
): number | null {
  const moments = [
    ...(status === "trialing" && trialEndsAt !== null ? [trialEndsAt - TRIAL_NOTICE_MS, trialEndsAt] : []),
    ...(keptUntil === null ? [] : [...RETENTION_NOTICES_MS.map((before) => keptUntil - before), keptUntil]),
  ];
  const coming = moments.filter((moment) => moment > now);
  // An archive whose time is over stays due until the organization has gone, whatever comes between.
  if (status === "archived" && keptUntil !== null && keptUntil <= now) return keptUntil;
  return coming.length === 0 ? null : Math.min(...coming);
}
