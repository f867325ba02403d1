import { z } from "zod";
import type { Store } from "#sandbox/store.ts";

const limit = (requests: number) => z.int().min(1).nullable().default(requests);
const count = (value: number) => z.int().min(1).default(value);
const ids = z.array(z.int()).default([]);

/** How the stand-in behaves. A null limit is no limit. The defaults are what is known or likeliest of the real one. */
export const HostawaySettings = z.strictObject({
  ipLimit: limit(15),
  accountLimit: limit(20),
  limitWindowMs: count(10_000),
  retryAfter: z.boolean().default(false),
  lean: z.boolean().default(false),
  strict: z.boolean().default(false),
  tokenDelayMs: z.int().min(0).default(1000),
  tokenExpiresIn: count(63_072_000),
  badSecretStatus: z.literal([401, 403]).default(401),
  deadTokenStatus: z.literal([401, 403]).default(403),
  errorField: z.enum(["message", "result"]).default("message"),
  validationStatus: z.literal([200, 400, 422]).default(400),
  overbookingStatus: z.literal([200, 400, 409, 422]).default(409),
  partialReservations: z.boolean().default(true),
  markRead: z.boolean().default(true),
  financeEnabled: z.boolean().default(true),
  defaultLimit: count(100),
  defaultListingsLimit: count(100),
  maxLimit: count(500),
  listArchived: z.boolean().default(true),
  inclusiveDates: z.boolean().default(true),
  inclusiveCalendarEnd: z.boolean().default(true),
  calendarDefaultDays: count(30),
  reviewCategories: z.boolean().default(true),
  webhooks: z.boolean().default(true),
  webhookDelayMs: z.int().min(0).default(0),
  webhookDuplicates: z.int().min(0).max(10).default(0),
  webhookDisorder: z.boolean().default(false),
  webhookNested: z.boolean().default(false),
  webhookTimeoutMs: count(20_000),
  webhookAddresses: z.enum(["any", "public"]).default("any"),
  lockedListings: ids,
  lockedReservations: ids,
  lockedChannels: ids,
  lockedReads: z.boolean().default(false),
});
export type HostawaySettings = z.infer<typeof HostawaySettings>;

const SettingsChange = z.record(z.string(), z.unknown());
type SettingsChange = z.infer<typeof SettingsChange>;

const StoredChange = z.object({ account: z.string(), change: SettingsChange });

/** What was set, globally ("") and per account; an account's changes come before the global ones. */
export class Settings {
  readonly #store: Store;
  readonly #changes = new Map<string, SettingsChange>();

  constructor(store: Store) {
    this.#store = store;
    for (const row of store.acrossAccounts("settings")) this.#remember(StoredChange.parse(row));
  }

  of(account: string): HostawaySettings {
    return HostawaySettings.parse(this.preview(account, {}));
  }

  /** What the settings would be given, unchecked, if `change` were applied. */
  preview(account: string, change: SettingsChange): SettingsChange {
    return { ...this.#changes.get(""), ...this.#changes.get(account), ...change };
  }

  change(account: string, change: SettingsChange): HostawaySettings {
    const stored = { account, change: { ...this.#changes.get(account), ...change } };
    this.#remember(stored);
    this.#store.put("settings", account, "settings", stored);
    return this.of(account);
  }

  #remember({ account, change }: z.infer<typeof StoredChange>): void {
    this.#changes.set(account, change);
  }
}
