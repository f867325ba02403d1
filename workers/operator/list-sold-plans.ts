import { createStripe } from "#billing/create-stripe.ts";
import { findPriceIds } from "#billing/get-price-ids.ts";
import { listPlans } from "#billing/list-plans.ts";
import { listPricedItems } from "#billing/prices.ts";
import { toBillingError } from "#billing/to-billing-error.ts";
import { type Env, getConfig } from "#env.ts";

/** The plans as the file has them, each with its prices at Stripe. */
export async function listSoldPlans(env: Env) {
  const ids = getConfig(env).stripe === null ? null : await readIds(env);
  return listPlans().map((plan) => ({
    ...plan,
    prices: listPricedItems()
      .filter((item) => item.plan === plan.slug)
      .map(({ plan: _, ...item }) => ({ ...item, priceId: ids?.({ plan: plan.slug, ...item }) ?? null })),
  }));
}

async function readIds(env: Env) {
  return findPriceIds(createStripe(env)).catch((thrown: unknown) => {
    throw toBillingError(thrown);
  });
}
