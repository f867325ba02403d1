import type { Store } from "#sandbox/store.ts";
import { type Account, Credentials, openAccount } from "./account.ts";
import { sandboxSecret } from "./sandbox-accounts.ts";
import { seedDemo } from "./seed/demo.ts";
import { seedLarge } from "./seed/large.ts";
import { seedSmall } from "./seed/small.ts";

export const accountSeeds = { demo: seedDemo, small: seedSmall, large: seedLarge, empty: () => {} };
export type AccountSeed = keyof typeof accountSeeds;

/** The Hostaway accounts. What one owns is read from the store when it is first asked for. */
export class Accounts {
  readonly #store: Store;
  readonly #credentials = new Map<string, Credentials>();
  readonly #open = new Map<string, Account>();

  constructor(store: Store) {
    this.#store = store;
    for (const row of store.acrossAccounts("credentials")) this.#remember(Credentials.parse(row));
  }

  findCredentials(accountId: string): Credentials | undefined {
    return this.#credentials.get(accountId);
  }

  find(accountId: string): Account | undefined {
    if (!this.#credentials.has(accountId)) return undefined;
    const account = this.#open.get(accountId) ?? openAccount(this.#store, accountId);
    this.#open.set(accountId, account);
    return account;
  }

  create({ accountId = this.#freshId(), seed, now }: { accountId?: string; seed: AccountSeed; now: number }) {
    const credentials = this.#putCredentials(accountId, 1);
    const account = openAccount(this.#store, accountId);
    accountSeeds[seed](account, now);
    this.#open.set(accountId, account);
    return credentials;
  }

  /** The account's new secret. */
  rotateSecret(accountId: string): string {
    const version = this.#credentials.get(accountId)?.secretVersion ?? 0;
    return this.#putCredentials(accountId, version + 1).clientSecret;
  }

  summaries() {
    const counts = this.#store.counts();
    return [...this.#credentials.values()].map(({ accountId, clientSecret }) => {
      const count = (kind: string) =>
        counts.find((row) => row.account === accountId && row.kind === kind)?.count ?? 0;
      return {
        accountId,
        clientSecret,
        listings: count("listing"),
        reservations: count("reservation"),
        conversations: count("conversation"),
        messages: count("message"),
      };
    });
  }

  #freshId(): string {
    return String(Math.max(20_000, ...[...this.#credentials.keys()].map(Number)) + 1);
  }

  #putCredentials(accountId: string, secretVersion: number): Credentials {
    const credentials = { accountId, clientSecret: sandboxSecret(accountId, secretVersion), secretVersion };
    this.#store.put("credentials", accountId, "credentials", credentials);
    return this.#remember(credentials);
  }

  #remember(credentials: Credentials): Credentials {
    this.#credentials.set(credentials.accountId, credentials);
    return credentials;
  }
}
