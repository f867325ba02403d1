import { z } from "zod";
import { Bool, Currency, Integer, Text, Timestamp } from "../wire/parameters.ts";
import { CancelAt, itemFields, sharedFields } from "./subscription-params.ts";

const NewItem = z.strictObject(itemFields);
export type NewItem = z.output<typeof NewItem>;

const AnchorConfig = z.strictObject({
  day_of_month: Integer.pipe(z.int().min(1).max(31)),
  hour: Integer.pipe(z.int().min(0).max(23)).optional(),
  minute: Integer.pipe(z.int().min(0).max(59)).optional(),
  month: Integer.pipe(z.int().min(1).max(12)).optional(),
  second: Integer.pipe(z.int().min(0).max(59)).optional(),
});
export type AnchorConfig = z.output<typeof AnchorConfig>;

/** How the API asks for one; other parts of the stand-in ask in the same way. */
export const NewSubscription = z.strictObject({
  ...sharedFields,
  billing_cycle_anchor: Timestamp.optional(),
  billing_cycle_anchor_config: AnchorConfig.optional(),
  billing_mode: z
    .strictObject({
      flexible: z
        .strictObject({ proration_discounts: z.enum(["included", "itemized"]).optional() })
        .optional(),
      type: z.enum(["classic", "flexible"]),
    })
    .optional(),
  cancel_at: CancelAt.optional(),
  currency: Currency.optional(),
  customer: Text,
  items: z.array(NewItem),
  trial_from_plan: Bool.optional(),
  trial_period_days: Integer.pipe(z.int().min(0).max(730)).optional(),
});
export type NewSubscription = z.output<typeof NewSubscription>;
