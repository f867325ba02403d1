import { expect, test } from "vitest";
import { askFor, endTrial } from "#tests/billing.ts";
import { killAtEveryStep } from "#tests/mortal-env.ts";
import { createOrganization } from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";
import { openShop, payCheckout, readAccount, stripe, sync } from "#tests/stripe.ts";
import { startCheckout } from "./start-checkout.ts";

test("a checkout killed at every step leaves one customer and one page to pay", async () => {
  await openShop();
  const killed = await killAtEveryStep(
    async () => {
      const organization = await createOrganization();
      await endTrial(organization);
      return organization;
    },
    async (env, organization) => startCheckout({ ...(await askFor(organization)), env }, { plan: "starter" }),
  );
  expect(killed.length).toBeGreaterThanOrEqual(8);
  await advanceClock("10m");
  for (const organization of killed) {
    const { url } = await startCheckout(await askFor(organization), { plan: "starter" });
    const { customer_id: customer } = await readAccount(organization);
    const { data } = await stripe.checkout.sessions.list({ customer: customer ?? "", status: "open" });
    expect(data.map((session) => session.url)).toEqual([url]);
    await payCheckout(url);
    await sync(organization);
    expect(await readAccount(organization)).toMatchObject({
      plan: "starter",
      status: "active",
      customer_id: customer,
    });
  }
}, 180_000);
