import { Catches } from "./catcher/catches.ts";
import { SandboxClock } from "./clock.ts";
import { demoAccount, smallAccount } from "./hostaway/sandbox-accounts.ts";
import { openHostaway } from "./hostaway/state.ts";
import { Grants } from "./identity-provider/grants.ts";
import { Mails } from "./mailbox/mail.ts";
import type { Store } from "./store.ts";
import { listenAt } from "./stripe/events/webhook-endpoints/listen-at.ts";
import { StripeState } from "./stripe/state.ts";

export type World = ReturnType<typeof loadWorld>;

export interface Seed {
  /** Where the product takes the Stripe stand-in's webhooks, if one runs beside. */
  stripeWebhookUrl?: string;
  /** Whether the account that is always there begins with Stripe's limits on. */
  stripeRateLimits?: boolean;
}

/** Loads what is stored; an empty store is seeded first, around the present time. */
export function openWorld(store: Store, seed: Seed): World {
  if (store.isEmpty()) return resetWorld(store, seed);
  const world = loadWorld(store);
  listenAt(world, seed.stripeWebhookUrl);
  return world;
}

export function resetWorld(
  store: Store,
  { stripeRateLimits, stripeWebhookUrl }: Seed,
  now = Date.now(),
): World {
  store.clear();
  const world = loadWorld(store);
  world.clock.set({ now, speed: 1 });
  world.hostaway.accounts.create({ accountId: demoAccount.accountId, seed: "demo", now });
  world.hostaway.accounts.create({ accountId: smallAccount.accountId, seed: "small", now });
  listenAt(world, stripeWebhookUrl);
  if (stripeRateLimits) world.stripe.limitRates();
  return world;
}

function loadWorld(store: Store) {
  return {
    clock: new SandboxClock(store),
    hostaway: openHostaway(store),
    mails: new Mails(store),
    catches: new Catches(store),
    grants: new Grants(),
    stripe: new StripeState(store),
  };
}
