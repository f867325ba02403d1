import { SandboxClock } from "./clock.ts";
import { demoAccount, smallAccount } from "./hostaway/sandbox-accounts.ts";
import { openHostaway } from "./hostaway/state.ts";
import { Grants } from "./identity-provider/grants.ts";
import { Mails } from "./mailbox/mail.ts";
import type { Store } from "./store.ts";
import { StripeState } from "./stripe/state.ts";

export type World = ReturnType<typeof loadWorld>;

/** Loads what is stored; an empty store is seeded first, around the present time. */
export function openWorld(store: Store): World {
  return store.isEmpty() ? resetWorld(store) : loadWorld(store);
}

export function resetWorld(store: Store, now = Date.now()): World {
  store.clear();
  const world = loadWorld(store);
  world.clock.set({ now, speed: 1 });
  world.hostaway.accounts.create({ accountId: demoAccount.accountId, seed: "demo", now });
  world.hostaway.accounts.create({ accountId: smallAccount.accountId, seed: "small", now });
  return world;
}

function loadWorld(store: Store) {
  return {
    clock: new SandboxClock(store),
    hostaway: openHostaway(store),
    mails: new Mails(store),
    grants: new Grants(),
    stripe: new StripeState(store),
  };
}
