import { z } from "zod";
import type { Store, StoredRow } from "#sandbox/store.ts";
import { ViolationLog } from "./contract/violation-log.ts";
import { toId } from "./core/ids.ts";
import { saveSettings, settingsOf } from "./faults/settings.ts";
import { StripeAccount } from "./stripe-account.ts";

const StripeKey = z.object({
  account: z.string(),
  secretKey: z.string(),
  /** By the first part of the path, such as `customers`. Null may do everything. */
  permissions: z.record(z.string(), z.enum(["read", "write"])).nullable(),
});
export type StripeKey = z.infer<typeof StripeKey>;

/** The account that is always there. */
export const defaultAccount = { account: "acct_sandbox", secretKey: "sk_test_latchkeysandbox" };

/** All that the Stripe stand-in knows. A key names the account, as in Stripe. */
export class StripeState {
  readonly violations = new ViolationLog();
  readonly #store: Store;
  readonly #accounts = new Map<string, StripeAccount>();
  readonly #keys = new Map<string, StripeKey>();

  constructor(store: Store) {
    this.#store = store;
    for (const row of store.all("stripe.key", "")) this.#open(StripeKey.parse(row));
    if (this.#keys.size === 0) this.#addKey({ ...defaultAccount, permissions: null });
  }

  /** A new and empty account. */
  create(): StripeKey {
    const id = toId("acct_", "accounts", this.#accounts.size, 16);
    return this.#addKey({ account: id, secretKey: toId("sk_test_", id, 1), permissions: null });
  }

  createRestrictedKey(account: string, permissions: NonNullable<StripeKey["permissions"]>): StripeKey {
    return this.#addKey({ account, secretKey: toId("rk_test_", account, this.#keys.size), permissions });
  }

  findByKey(secretKey: string): StripeKey | undefined {
    return this.#keys.get(secretKey);
  }

  find(account: string): StripeAccount | undefined {
    return this.#accounts.get(account);
  }

  get(account: string): StripeAccount {
    const found = this.find(account);
    if (!found) throw new Error(`There is no Stripe account ${account}`);
    return found;
  }

  all(): StripeAccount[] {
    return [...this.#accounts.values()];
  }

  /** Has Stripe's limits hold for the account that is always there, until its settings say otherwise. */
  limitRates(): void {
    const { db } = this.get(defaultAccount.account);
    saveSettings(db, { ...settingsOf(db), rate_limits: true });
    db.commit();
  }

  /** Does what time has brought to every account. `now` is in milliseconds. */
  catchUp(now: number): void {
    for (const account of this.all()) account.catchUp(now);
  }

  /** When something happens by itself next by the sandbox's clock, in milliseconds. */
  nextDueAt(): number | null {
    const due = this.all().flatMap(({ db }) => db.agenda.next(null)?.at ?? []);
    return due.reduce<number | null>((least, at) => Math.min(least ?? at * 1000, at * 1000), null);
  }

  summaries() {
    return this.all().map(({ db }) => {
      const key = [...this.#keys.values()].find(({ account }) => account === db.account);
      const { customers, subscriptions, events } = db;
      return {
        account: db.account,
        secretKey: key?.secretKey,
        customers: customers.size,
        subscriptions: subscriptions.size,
        events: events.size,
      };
    });
  }

  /** All that is stored of an account. */
  dump(account: string): StoredRow[] {
    return this.#store.ofAccount(account);
  }

  /** Puts what was dumped in the place of all that the account holds. */
  load(account: string, rows: StoredRow[]): void {
    this.#store.clearAccount(account);
    for (const { kind, id, value } of rows) this.#store.put(kind, account, id, value);
    this.#accounts.set(account, new StripeAccount(this.#store, account));
  }

  #addKey(key: StripeKey): StripeKey {
    this.#store.put("stripe.key", "", key.secretKey, key);
    return this.#open(key);
  }

  #open(key: StripeKey): StripeKey {
    if (!this.#accounts.has(key.account))
      this.#accounts.set(key.account, new StripeAccount(this.#store, key.account));
    this.#keys.set(key.secretKey, key);
    return key;
  }
}
