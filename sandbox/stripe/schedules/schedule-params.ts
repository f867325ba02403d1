import { z } from "zod";
import { recurringFields } from "../prices/price-params.ts";
import { Discounts, itemFields, sharedFields } from "../subscriptions/subscription-params.ts";
import { Bool, Currency, Integer, Metadata, removedIn, Text, Timestamp } from "../wire/parameters.ts";

const Moment = z.union([z.literal("now"), Timestamp]);

const AddedItem = z.strictObject({
  discountable: Bool.optional(),
  metadata: Metadata.optional(),
  price: Text,
  quantity: Integer.pipe(z.int().min(1)).optional(),
});

const InvoiceSettings = z.strictObject({ days_until_due: Integer.pipe(z.int().min(0)).optional() });

/** What holds for a phase, or for all phases that say nothing else. */
const settings = {
  billing_cycle_anchor: z.enum(["automatic", "phase_start"]).optional(),
  collection_method: sharedFields.collection_method,
  default_payment_method: Text.optional(),
  description: sharedFields.description,
  invoice_settings: InvoiceSettings.optional(),
};

const Count = Integer.pipe(z.int().min(1));

export const GivenPhase = z.strictObject({
  ...settings,
  add_invoice_items: z.array(AddedItem).max(20).optional(),
  currency: Currency.optional(),
  discounts: Discounts.optional(),
  duration: z.strictObject(recurringFields).optional(),
  end_date: Moment.optional(),
  items: z
    .array(z.strictObject({ ...itemFields, plan: Text.optional() }))
    .min(1)
    .max(20),
  iterations: removedIn("clover", Count).optional(),
  metadata: Metadata.optional(),
  proration_behavior: sharedFields.proration_behavior,
  start_date: Moment.optional(),
  trial: Bool.optional(),
  trial_end: Moment.optional(),
});
export type GivenPhase = z.output<typeof GivenPhase>;

const DefaultSettings = z.strictObject(settings);
export type GivenSettings = z.output<typeof DefaultSettings>;

/** What can be given when a schedule is made and afterwards. */
export const scheduleFields = {
  default_settings: DefaultSettings.optional(),
  end_behavior: z.enum(["cancel", "none", "release", "renew"]).optional(),
  metadata: Metadata.optional(),
};

export const StartDate = Moment;
