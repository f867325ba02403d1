import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { getNow } from "#lib/get-now.ts";
import { killAtEveryStep } from "#tests/mortal-env.ts";
import { createOrganization } from "#tests/organization.ts";
import { findPrice, listChanges, listDrifts, readAccount, stripe, subscribe, sync } from "#tests/stripe.ts";
import { syncCustomer } from "./sync-customer.ts";

const by = { actor: "system" } as const;

/** Who pays for two subscriptions, of which no sync has read the newer one. */
async function createDouble() {
  const organization = await createOrganization();
  const kept = await subscribe(organization, { quantity: 3 });
  const price = await findPrice({ plan: "starter", kind: "listing", interval: "month" });
  const customer = String(kept.customer);
  const double = await stripe.subscriptions.create({ customer, items: [{ price, quantity: 4 }] });
  return { organization, kept, double };
}

test("a sync killed at every step of canceling a duplicate is finished by the next: one row of each kind", async () => {
  const killed = await killAtEveryStep(createDouble, async (mortal, { organization: { id } }) =>
    syncCustomer({ env: mortal, id, now: await getNow(env), by }),
  );
  expect(killed.length).toBeGreaterThanOrEqual(5);
  for (const { organization, kept, double } of killed) {
    await sync(organization);
    expect((await stripe.subscriptions.retrieve(double.id)).status).toBe("canceled");
    expect(await readAccount(organization)).toMatchObject({ subscription_id: kept.id, quantity: 3 });
    expect(await listDrifts(organization)).toMatchObject([
      { kind: "duplicate_subscription", found: double.id, repaired_at: expect.any(Number) },
    ]);
    const changes = (await listChanges(organization)).filter(({ kind }) => kind === "duplicate_canceled");
    expect(changes).toMatchObject([{ id: `${double.id}/duplicate_canceled`, from_quantity: 4 }]);
  }
}, 60_000);
