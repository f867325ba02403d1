import type Stripe from "stripe";
import { toPayingCustomer, toPrice } from "./paying-customer.ts";

export async function callSchedules(stripe: Stripe): Promise<void> {
  const customer = await toPayingCustomer(stripe);
  const [price, next] = [await toPrice(stripe, 9900), await toPrice(stripe, 2900)];
  const subscribe = () => stripe.subscriptions.create({ customer, items: [{ price, quantity: 1 }] });
  const first = await subscribe();
  const schedule = await stripe.subscriptionSchedules.create({ from_subscription: first.id });
  const [current] = schedule.phases;
  if (!current) throw new Error("The schedule has no phase");
  const { start_date, end_date } = current;
  await stripe.subscriptionSchedules.update(schedule.id, {
    end_behavior: "release",
    phases: [
      { start_date, end_date, items: [{ price, quantity: 1 }] },
      { items: [{ price: next }], duration: { interval: "month" }, proration_behavior: "none" },
    ],
  });
  await stripe.subscriptionSchedules.retrieve(schedule.id, { expand: ["subscription", "customer"] });
  await stripe.subscriptionSchedules.list({ customer });
  await stripe.subscriptionSchedules.release(schedule.id);
  const second = await subscribe();
  const { id } = await stripe.subscriptionSchedules.create({ from_subscription: second.id });
  await stripe.subscriptionSchedules.cancel(id);
}
