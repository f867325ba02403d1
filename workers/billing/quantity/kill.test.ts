import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { getNow } from "#lib/get-now.ts";
import { database } from "#tests/database.ts";
import { addListings } from "#tests/listings.ts";
import { killAtEveryStep } from "#tests/mortal-env.ts";
import { createOrganization } from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";
import { readAccount, stripe, subscribe } from "#tests/stripe.ts";
import { syncListings } from "./sync-listings.ts";

const by = { actor: "system" } as const;

test("a sync killed at every step is finished by the next: one write, one pair of lines, one row", async () => {
  const killed = await killAtEveryStep(
    async () => {
      const organization = await createOrganization();
      const subscription = await subscribe(organization, { quantity: 3 });
      await advanceClock("1d");
      await addListings(organization.account, 2);
      return { organization, subscription };
    },
    async (mortal, { organization: { id } }) =>
      syncListings({ env: mortal, id, now: await getNow(env), by }, "daily"),
  );
  expect(killed.length).toBeGreaterThanOrEqual(8);
  await advanceClock("10m");
  for (const { organization, subscription } of killed) {
    const { id } = organization;
    await syncListings({ env, id, now: await getNow(env), by }, "daily");
    const { results } = await database
      .prepare("select state, to_quantity from quantity_changes where organization_id = ?")
      .bind(id)
      .all();
    expect(results).toEqual([{ state: "written", to_quantity: 5 }]);
    const customer = String(subscription.customer);
    const { data } = await stripe.invoiceItems.list({ customer, pending: true });
    expect(data.map(({ quantity }) => quantity).toSorted()).toEqual([3, 5]);
    expect(await readAccount({ id })).toMatchObject({ quantity: 5, listings: 5, operation: null });
  }
}, 120_000);
