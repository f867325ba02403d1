import { z } from "zod";
import { Bool, removedIn, Text, Timestamp, unsettable } from "../wire/parameters.ts";
import {
  CancelAt,
  CancellationDetails,
  itemFields,
  PauseCollection,
  sharedFields,
} from "./subscription-params.ts";

const ItemChange = z.strictObject({
  ...itemFields,
  clear_usage: Bool.optional(),
  deleted: Bool.optional(),
  /** Without it, an item is added. */
  id: Text.optional(),
});
export type ItemChange = z.output<typeof ItemChange>;

const anchorTypes = ["now", "unchanged"] as const;

export const BillingCycleAnchor = z.union([
  z.strictObject({ type: z.enum(anchorTypes) }),
  removedIn("endive", z.enum(anchorTypes)).transform((type) => ({ type })),
]);

/** How the API asks for one; other parts of the stand-in ask in the same way. */
export const SubscriptionChange = z.strictObject({
  ...sharedFields,
  billing_cycle_anchor: BillingCycleAnchor.optional(),
  cancel_at: unsettable(CancelAt).optional(),
  cancellation_details: CancellationDetails.optional(),
  items: z.array(ItemChange).optional(),
  pause_collection: unsettable(PauseCollection).optional(),
  proration_date: Timestamp.optional(),
  trial_from_plan: Bool.optional(),
});
export type SubscriptionChange = z.output<typeof SubscriptionChange>;
