import type { Context } from "../core/context.ts";
import { collectionSettings, setCollectionSettings } from "../invoices/collection-settings.ts";
import type { StripeAccount } from "../stripe-account.ts";
import { cancelSubscription } from "../subscriptions/cancel-subscription.ts";
import { pauseSubscription } from "../subscriptions/pause-subscription.ts";
import { updateSubscription } from "../subscriptions/update-subscription.ts";
import { startAdvance } from "../test-clocks/advance-test-clock.ts";
import { addTestClock } from "../test-clocks/create-test-clock.ts";
import { addSubscriber } from "./add-subscriber.ts";
import { seedCatalogue } from "./catalogue.ts";

interface Seeded {
  /** By lookup key. */
  prices: Record<string, string>;
  /** The ids of the subscriptions, by what became of them. */
  subscriptions: Record<string, string>;
}

type Act = <Result>(action: (ctx: Context) => Result) => Result;

const byItself = { id: null, idempotency_key: null };
const day = 86_400;
const visa = "pm_card_visa";
const declined = "pm_card_chargeCustomerFail";

/** A catalogue, and a customer whose subscription is in each state. `now` is in milliseconds. */
export function seed(account: StripeAccount, now: number): Seeded {
  const act: Act = (action) => account.act(now, byItself, action);
  const prices = act(seedCatalogue);
  const [starter = "", listing = ""] = [prices.starter_monthly, prices.listing_monthly];
  const payer = { card: visa, clock: null, price: starter };
  const subscriptions = act((ctx) => {
    const active = addSubscriber(ctx, { ...payer, name: "Ada Active", price: listing, quantity: 15 });
    const trialing = addSubscriber(ctx, { ...payer, name: "Tom Trialing", trial_period_days: 14 });
    const ending = addSubscriber(ctx, { ...payer, name: "Eve Ending" });
    updateSubscription(ctx, ending.id, { cancel_at_period_end: true });
    const canceled = addSubscriber(ctx, { ...payer, name: "Carl Canceled" });
    cancelSubscription(ctx, canceled.id);
    const paused = addSubscriber(ctx, { ...payer, name: "Pam Paused" });
    pauseSubscription(ctx, paused.id, {});
    return {
      active: active.id,
      trialing: trialing.id,
      ending: ending.id,
      canceled: canceled.id,
      paused: paused.id,
    };
  });
  return { prices, subscriptions: { ...subscriptions, ...seedUnpaid(act, starter) } };
}

/** On test clocks, on which they came to what they are, and stay it. */
function seedUnpaid(act: Act, price: string): Record<string, string> {
  const add = (name: string, daysAgo: number, card: string) =>
    act((ctx) => {
      const { id: clock } = addTestClock(ctx, { frozen_time: ctx.wall() - daysAgo * day, name });
      return addSubscriber(ctx, { name, card, clock, price });
    });
  const arrive = ({ test_clock }: { test_clock: string | null }) =>
    act((ctx) => startAdvance(ctx, test_clock ?? "", ctx.wall()));

  const incomplete = add("Ian Incomplete", 0, declined);
  const expired = add("Ivy Expired", 2, declined);
  arrive(expired);
  const [pastDue, unpaid] = [add("Pat Pastdue", 32, visa), add("Una Unpaid", 50, visa)];
  const former = act(({ db }) => {
    for (const { customer } of [pastDue, unpaid])
      db.customerRecords.put({ id: customer, behaviour: "declined" });
    const settings = collectionSettings(db);
    setCollectionSettings(db, { ...settings, after_last_retry: "unpaid" });
    return settings;
  });
  arrive(pastDue);
  arrive(unpaid);
  act(({ db }) => setCollectionSettings(db, former));
  return {
    incomplete: incomplete.id,
    incomplete_expired: expired.id,
    past_due: pastDue.id,
    unpaid: unpaid.id,
  };
}
