import { expect, test } from "vitest";
import { worker } from "#sandbox/testing.ts";
import { newAccount } from "../wire/testing.ts";
import { newBuyer, next, open, send, visa } from "./testing.ts";

async function newSession(success_url = "https://shop.test/done") {
  const { stripe } = await newAccount();
  const { customer, price } = await newBuyer(stripe, { name: `<b onclick="x">Ada</b>` });
  const line_items = [{ price, quantity: 1 }];
  const created = { mode: "subscription", customer, line_items, success_url } as const;
  const { url } = await stripe.checkout.sessions.create(created);
  const portal = await stripe.billingPortal.sessions.create({ customer });
  return { stripe, customer, price, url: url ?? "", portal: portal.url };
}

const post = (url: string, body: BodyInit, type: string) =>
  worker.fetch(url, { method: "POST", headers: { "Content-Type": type }, body, redirect: "manual" });

test("what happens when a form is not one of ours: it is refused, and the page goes on working", async () => {
  const { url } = await newSession();
  const form = "application/x-www-form-urlencoded";
  const hostile: [string, BodyInit, string, number][] = [
    ["a name too long", `name=${"x".repeat(300)}`, form, 400],
    ["a broken multipart body", "--x\r\nnonsense", "multipart/form-data; boundary=x", 400],
    ["a megabyte", `name=${"x".repeat(1_000_000)}`, form, 413],
    ["another type", "{}", "application/json", 402],
    ["nothing", "", form, 402],
    ["broken encoding", "name=%ff%00&number=%", form, 402],
  ];
  for (const [what, body, type, status] of hostile)
    expect((await post(url, body, type)).status, what).toBe(status);
  const upload = new FormData();
  upload.set("number", new File(["4242"], "card.txt"));
  const sent = await worker.fetch(url, { method: "POST", body: upload });
  expect([sent.status, await sent.text()]).toEqual([400, expect.stringContaining("could not be read")]);
  expect((await send(url, visa)).status).toBe(303);
});

test("what happens when the portal gets values that no page offers", async () => {
  const { stripe, customer, price, portal } = await newSession();
  const { id } = await stripe.subscriptions.create({
    customer,
    items: [{ price }],
    payment_behavior: "default_incomplete",
  });
  const cancel = `${portal}/subscriptions/${id}/cancel`;
  expect((await send(cancel, { feedback: "bored" })).status).toBe(400);
  expect((await send(cancel, { comment: "x".repeat(501) })).status).toBe(400);
  expect((await send(`${portal}/subscriptions/sub_404/cancel`, {})).status).toBe(403);
  const page = await (await open(`${portal}?done=${encodeURIComponent("<img src=x>")}`)).text();
  expect(page).toContain("&lt;b onclick=");
  expect(page).not.toContain("<b onclick");
  expect(page).not.toContain("<img");
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "shop.test",
  "https://shop.test/a b",
  "https://a\r\nX: y",
])("what happens when %j is to be gone to after a page: it is refused", async (address) => {
  const { stripe, customer, price } = await newSession();
  const refused = { statusCode: 400, code: "url_invalid", message: "Not a valid URL" };
  const line_items = [{ price, quantity: 1 }];
  const session = { mode: "subscription", line_items, success_url: "https://shop.test" } as const;
  const { checkout, billingPortal } = stripe;
  await expect(checkout.sessions.create({ ...session, success_url: address })).rejects.toMatchObject(refused);
  await expect(checkout.sessions.create({ ...session, cancel_url: address })).rejects.toMatchObject(refused);
  const portal = { customer, return_url: address };
  await expect(billingPortal.sessions.create(portal)).rejects.toMatchObject(refused);
  const configuration = { features: {}, default_return_url: address };
  await expect(billingPortal.configurations.create(configuration)).rejects.toMatchObject(refused);
});

test("what happens when the address to go to has letters that a header cannot: they are encoded", async () => {
  const { url } = await newSession("https://shop.test/größe?s={CHECKOUT_SESSION_ID}");
  expect(next(await send(url, visa))).toMatch(/^https:\/\/shop\.test\/gr%C3%B6%C3%9Fe\?s=cs_test_/);
});
