import { Limiter } from "#sandbox/limiter.ts";
import type { Store } from "#sandbox/store.ts";
import { Accounts } from "./accounts.ts";
import { Faults } from "./faults.ts";
import { RequestLog } from "./request-log.ts";
import { Settings } from "./settings.ts";
import { Tokens } from "./tokens.ts";
import { Outbox } from "./webhooks/outbox.ts";

/** All that the Hostaway stand-in knows. Limiter windows and the request log are in memory only. */
export function openHostaway(store: Store) {
  return {
    accounts: new Accounts(store),
    tokens: new Tokens(store),
    settings: new Settings(store),
    faults: new Faults(store),
    limiter: new Limiter(),
    outbox: new Outbox(store),
    requests: new RequestLog(),
  };
}
