import { z } from "zod";
import type { Database } from "../core/database.ts";

/** What an account has chosen to do about renewals that are not paid. */
export const CollectionSettings = z.strictObject({
  /** How many days after the failure before it each retry comes. */
  retry_after_days: z.array(z.number().positive()).default([1, 1, 2, 2, 2, 2, 2, 2]),
  /** What becomes of a subscription when the last retry has failed. */
  after_last_retry: z.enum(["cancel", "unpaid", "past_due", "pause"]).default("cancel"),
  /** How long before a renewal `invoice.upcoming` announces it. */
  upcoming_days: z.number().min(0).default(7),
});
export type CollectionSettings = z.infer<typeof CollectionSettings>;

const key = "collection";

export const collectionSettings = (db: Database): CollectionSettings =>
  CollectionSettings.parse(JSON.parse(db.settings.find(key)?.value ?? "{}"));

export function setCollectionSettings(db: Database, settings: CollectionSettings): void {
  db.settings.put({ id: key, value: JSON.stringify(settings) });
}
