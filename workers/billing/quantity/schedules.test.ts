import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { OURS } from "#billing/sync/to-schedule-state.ts";
import { getNow } from "#lib/get-now.ts";
import { addListings } from "#tests/listings.ts";
import { createOrganization } from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";
import { findPrice, stripe, subscribe, sync } from "#tests/stripe.ts";
import { syncListings } from "./sync-listings.ts";

test("the quantity stays when a downgrade that was scheduled before comes into force", async () => {
  const organization = await createOrganization();
  const { id } = await subscribe(organization, { plan: "enterprise", quantity: 3 });
  const schedule = await stripe.subscriptionSchedules.create({ from_subscription: id });
  const [current] = schedule.phases;
  if (current === undefined) throw new Error("A schedule without a phase.");
  const base = await findPrice({ plan: "pro", kind: "base", interval: "month" });
  const listing = await findPrice({ plan: "pro", kind: "listing", interval: "month" });
  const toTerms = ({ price, quantity }: (typeof current.items)[number]) => ({
    price: String(price),
    quantity,
  });
  await stripe.subscriptionSchedules.update(schedule.id, {
    metadata: { ...OURS },
    end_behavior: "release",
    phases: [
      { items: current.items.map(toTerms), start_date: current.start_date, end_date: current.end_date },
      {
        items: [
          { price: base, quantity: 1 },
          { price: listing, quantity: 3 },
        ],
        duration: { interval: "month", interval_count: 1 },
        proration_behavior: "none",
        metadata: { lookup_key: "latchkey_pro_base_month" },
      },
    ],
  });
  await sync(organization);
  await advanceClock("1d");
  await addListings(organization.account, 4);
  const by = { actor: "system" } as const;
  const synced = await syncListings({ env, id: organization.id, now: await getNow(env), by }, "daily");
  expect(synced).toMatchObject({ quantity: 7, changed: true });
  const changed = await stripe.subscriptionSchedules.retrieve(schedule.id);
  expect(changed.phases.map(({ items }) => items.map(({ quantity }) => quantity))).toEqual([
    [1, 7],
    [1, 7],
  ]);
  expect(changed.phases[1]?.metadata).toEqual({ lookup_key: "latchkey_pro_base_month" });
  const { data } = await stripe.invoiceItems.list({
    customer: String((await stripe.subscriptions.retrieve(id)).customer),
    pending: true,
  });
  expect(data).toHaveLength(2);
  await advanceClock("31d");
  const { items } = await stripe.subscriptions.retrieve(id);
  expect(items.data.map(({ price, quantity }) => [price.id, quantity])).toEqual([
    [base, 1],
    [listing, 7],
  ]);
});
