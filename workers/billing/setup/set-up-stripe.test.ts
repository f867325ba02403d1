import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { listPricedItems } from "#billing/prices.ts";
import { openShop, stripe, WEBHOOK_URL } from "#tests/stripe.ts";
import { STRIPE_VERSION } from "../create-stripe.ts";
import { eventTypes } from "../events/event-types.ts";
import { setUpStripe } from "./set-up-stripe.ts";

const dashboardUrl = env.DASHBOARD_URL;

test("what happens when the setup runs a second time: nothing is changed", async () => {
  await openShop();
  const again = await setUpStripe(stripe, { webhookUrl: WEBHOOK_URL, dashboardUrl });
  expect(again.filter(({ outcome }) => outcome !== "kept")).toEqual([]);
  expect(again.filter(({ what }) => what.startsWith("price"))).toHaveLength(listPricedItems().length);
});

test("what happens when prices, the portal and the endpoint are not as they should be: the setup puts them right", async () => {
  await openShop();
  const [endpoint] = (await stripe.webhookEndpoints.list()).data.filter(({ url }) => url === WEBHOOK_URL);
  await stripe.webhookEndpoints.update(endpoint?.id ?? "", { enabled_events: ["invoice.paid"] });
  const [price] = (await stripe.prices.list({ lookup_keys: ["latchkey_pro_listing"] })).data;
  await stripe.prices.create({
    product: "latchkey_pro_listing",
    currency: "usd",
    unit_amount: 1,
    recurring: { interval: "month" },
    lookup_key: "latchkey_pro_listing",
    transfer_lookup_key: true,
  });
  await stripe.products.update("latchkey_pro_listing", { name: "Something else" });
  const puts = await setUpStripe(stripe, { webhookUrl: WEBHOOK_URL, dashboardUrl });
  const changed = puts.filter(({ outcome }) => outcome === "changed").map(({ what }) => what);
  expect(changed).toEqual([
    "product Latchkey Pro: active listing",
    "price latchkey_pro_listing",
    `webhook endpoint ${WEBHOOK_URL}`,
  ]);
  const [repaired] = (await stripe.prices.list({ lookup_keys: ["latchkey_pro_listing"] })).data;
  expect(repaired).toMatchObject({ unit_amount: 500, product: "latchkey_pro_listing" });
  expect(repaired?.id).not.toBe(price?.id);
  expect((await stripe.webhookEndpoints.retrieve(endpoint?.id ?? "")).enabled_events).toEqual(eventTypes);
});

test("what happens when an endpoint is made: its secret is told once", async () => {
  await openShop();
  const webhookUrl = "https://elsewhere.test/webhooks/stripe";
  const [made] = (await setUpStripe(stripe, { webhookUrl, dashboardUrl })).filter(({ what }) =>
    what.endsWith(webhookUrl),
  );
  expect(made).toMatchObject({ outcome: "made", secret: expect.stringMatching(/^whsec_/) });
  const [kept] = (await setUpStripe(stripe, { webhookUrl, dashboardUrl })).filter(({ what }) =>
    what.endsWith(webhookUrl),
  );
  expect(kept).toEqual({ what: `webhook endpoint ${webhookUrl}`, id: made?.id, outcome: "kept" });
  await stripe.webhookEndpoints.del(made?.id ?? "");
});

test("what happens when the endpoint is of another version: one of ours is made beside it, which replaces it the next time", async () => {
  await openShop();
  const url = "https://upgraded.test/webhooks/stripe";
  const old = await stripe.webhookEndpoints.create({
    url,
    enabled_events: [...eventTypes],
    api_version: "2025-03-31.basil",
  });
  const put = async () =>
    (await setUpStripe(stripe, { webhookUrl: url, dashboardUrl })).filter(({ what }) => what.includes(url));
  const [made] = await put();
  expect(made).toMatchObject({ outcome: "made", secret: expect.stringMatching(/^whsec_/) });
  const versions = async () =>
    (await stripe.webhookEndpoints.list()).data
      .filter((endpoint) => endpoint.url === url)
      .map(({ api_version }) => api_version)
      .toSorted();
  expect(await versions()).toEqual(["2025-03-31.basil", STRIPE_VERSION]);
  expect(await put()).toEqual([
    { what: `webhook endpoint ${url}`, id: made?.id, outcome: "kept" },
    { what: `webhook endpoint ${url} of version 2025-03-31.basil`, id: old.id, outcome: "removed" },
  ]);
  expect(await versions()).toEqual([STRIPE_VERSION]);
  await stripe.webhookEndpoints.del(made?.id ?? "");
});
