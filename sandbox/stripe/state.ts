import { z } from "zod";
import type { Store } from "#sandbox/store.ts";
import { StripeAccount } from "./stripe-account.ts";

const Key = z.object({ account: z.string(), secretKey: z.string() });

/** The account that is always there. */
export const defaultAccount = { account: "acct_sandbox", secretKey: "sk_test_latchkeysandbox" };

/** All that the Stripe stand-in knows. A secret key names the account, as in Stripe. */
export class StripeState {
  readonly #store: Store;
  readonly #accounts = new Map<string, StripeAccount>();
  readonly #byKey = new Map<string, StripeAccount>();

  constructor(store: Store) {
    this.#store = store;
    for (const row of store.all("stripe.key", "")) this.#open(Key.parse(row));
    if (this.#byKey.size === 0) this.create(defaultAccount);
  }

  create(key: z.infer<typeof Key>): StripeAccount {
    this.#store.put("stripe.key", "", key.secretKey, key);
    return this.#open(key);
  }

  findByKey(secretKey: string): StripeAccount | undefined {
    return this.#byKey.get(secretKey);
  }

  find(account: string): StripeAccount | undefined {
    return this.#accounts.get(account);
  }

  all(): StripeAccount[] {
    return [...this.#accounts.values()];
  }

  #open({ account, secretKey }: z.infer<typeof Key>): StripeAccount {
    const opened = this.#accounts.get(account) ?? new StripeAccount(this.#store, account);
    this.#accounts.set(account, opened);
    this.#byKey.set(secretKey, opened);
    return opened;
  }
}
