import { z } from "zod";
import type { Database } from "../core/database.ts";

/** How an account behaves where Stripe leaves it open, or differs between live and sandbox. */
export const StripeSettings = z.strictObject({
  /** Whether Stripe's limits hold: requests and searches in a second, invoices and quantities of one subscription. */
  rate_limits: z.boolean().default(false),
  /** Until a write shows in search. */
  search_lag_seconds: z.int().min(0).default(5),
  /** Until a meter event counts. */
  meter_lag_seconds: z.int().min(0).default(10),
  /** Live: up to three days, ever more slowly. Sandbox: three tries over a few hours. */
  webhook_retries: z.enum(["live", "sandbox"]).default("sandbox"),
  /** In real time. */
  webhook_timeout_ms: z.int().min(1).default(10_000),
  /** To one endpoint. One at a time keeps the order. */
  webhooks_in_flight: z.int().min(1).max(100).default(1),
});
export type StripeSettings = z.infer<typeof StripeSettings>;

export function settingsOf(db: Database): StripeSettings {
  return StripeSettings.parse(JSON.parse(db.settings.find("behaviour")?.value ?? "{}"));
}

export function saveSettings(db: Database, settings: StripeSettings): void {
  db.settings.put({ id: "behaviour", value: JSON.stringify(settings) });
}
