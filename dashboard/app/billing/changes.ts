import type { SerializeFrom } from "@remix-run/cloudflare";
import { capitalize } from "#capitalize.ts";
import type { Format } from "#format.ts";
import type { loader } from "#routes/$organization.billing.history.tsx";

type Page = SerializeFrom<typeof loader>;
export type Change = Page["changes"][number];
export type Drift = Page["drifts"][number];

const words: Record<string, string> = {
  trial_started: "The trial began",
  trial_ended: "The trial ended",
  subscribed: "Subscribed",
  upgraded: "Changed to a larger plan",
  downgrade_scheduled: "A smaller plan was planned",
  downgraded: "Changed to a smaller plan",
  interval_changed: "Changed between month and year",
  change_undone: "The planned change was taken back",
  quantity_changed: "The number of listings changed",
  cancel_scheduled: "Canceled for the end of the period",
  canceled: "The subscription ended",
  reactivated: "The cancellation was taken back",
  payment_failed: "A payment failed",
  payment_recovered: "The open invoice was paid",
  suspended: "Suspended",
  archived: "Closed for reading only",
  overage_changed: "Changed what happens beyond the quota",
  duplicate_canceled: "A second subscription was canceled",
};

export const describeChange = ({ kind }: Change) => words[kind] ?? kind.replaceAll("_", " ");

/** From what to what, as far as that says more than the name of the change. */
export function describeStep(
  { fromPlan, fromQuantity, toPlan, toQuantity }: Change,
  { count, number }: Format,
): string {
  const plans = [fromPlan, toPlan].filter((slug) => slug !== null).map(capitalize);
  const isOther = fromQuantity !== toQuantity && toQuantity !== null;
  const listings =
    isOther && (fromQuantity === null ? "" : `${number(fromQuantity)} → `) + count(toQuantity, "listing");
  return [[...new Set(plans)].join(" → "), listings].filter(Boolean).join(", ");
}

/** A person's id says nothing to people, so only whether it was one. */
export const describeActor = ({ actor }: Change) => (actor.startsWith("user:") ? "A member" : "Automatic");
