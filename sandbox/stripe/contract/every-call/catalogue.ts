import type Stripe from "stripe";

export async function callCatalogue(stripe: Stripe): Promise<void> {
  const product = await stripe.products.create({
    name: "Listings",
    metadata: { kind: "listing" },
    unit_label: "listing",
    default_price_data: { currency: "usd", unit_amount: 500, recurring: { interval: "month" } },
    expand: ["default_price"],
  });
  await stripe.products.retrieve(product.id);
  await stripe.products.update(product.id, { description: "Per listing" });
  await stripe.products.list({ active: true });
  await stripe.products.search({ query: "active:'true'" });

  const price = await stripe.prices.create({
    product: product.id,
    currency: "usd",
    unit_amount: 500,
    recurring: { interval: "month" },
    lookup_key: "contract_listing",
    nickname: "Listing",
  });
  await stripe.prices.create({
    product: product.id,
    currency: "usd",
    billing_scheme: "tiered",
    tiers_mode: "graduated",
    tiers: [
      { up_to: 10, unit_amount: 0 },
      { up_to: "inf", unit_amount: 5 },
    ],
    recurring: { interval: "month" },
    expand: ["tiers"],
  });
  await stripe.prices.create({ product_data: { name: "Set-up" }, currency: "usd", unit_amount: 9900 });
  await stripe.prices.retrieve(price.id, { expand: ["product"] });
  await stripe.prices.update(price.id, { metadata: { tier: "one" } });
  await stripe.prices.list({ lookup_keys: ["contract_listing"], expand: ["data.product"] });
  await stripe.prices.search({ query: "active:'true'" });

  const plan = await stripe.plans.create({
    currency: "usd",
    interval: "month",
    amount: 700,
    product: product.id,
  });
  await stripe.plans.retrieve(plan.id);
  await stripe.plans.update(plan.id, { nickname: "Old" });
  await stripe.plans.list();
  await stripe.plans.del(plan.id);

  const { id } = await stripe.products.create({ name: "Short-lived" });
  await stripe.products.del(id);
}

export async function callCoupons(stripe: Stripe): Promise<void> {
  const coupon = await stripe.coupons.create({ percent_off: 20, duration: "once", name: "A fifth" });
  await stripe.coupons.retrieve(coupon.id);
  await stripe.coupons.update(coupon.id, { metadata: { why: "launch" } });
  await stripe.coupons.list();
  await stripe.coupons.del(coupon.id);
}
