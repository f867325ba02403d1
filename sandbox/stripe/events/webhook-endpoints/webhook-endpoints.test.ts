import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { control, request, resetSandbox } from "#sandbox/testing.ts";
import { stripeClient } from "../../testing.ts";

const stripe = stripeClient();
const url = "https://hooks.example.com/crud";

afterAll(resetSandbox);

test("an endpoint shows its secret once, when it is made", async () => {
  const made = await stripe.webhookEndpoints.create({
    url,
    enabled_events: ["*"],
    description: "All",
    metadata: { team: "billing" },
  });
  expect(made).toMatchObject({
    object: "webhook_endpoint",
    api_version: "2026-10-28.endive",
    application: null,
    description: "All",
    enabled_events: ["*"],
    livemode: false,
    metadata: { team: "billing" },
    secret: expect.stringMatching(/^whsec_\w{32}$/),
    status: "enabled",
    url,
  });
  const { secret: _, lastResponse: __, ...shown } = made;
  expect(await stripe.webhookEndpoints.retrieve(made.id)).toEqual(shown);
  expect((await stripe.webhookEndpoints.list()).data).toEqual([shown]);
  const changed = await stripe.webhookEndpoints.update(made.id, {
    disabled: true,
    enabled_events: ["invoice.paid"],
    description: "",
    metadata: { team: "", owner: "ann" },
  });
  expect(changed).toEqual({
    ...shown,
    status: "disabled",
    enabled_events: ["invoice.paid"],
    description: null,
    metadata: { owner: "ann" },
  });
  expect((await stripe.webhookEndpoints.update(made.id, { disabled: false })).status).toBe("enabled");
  expect(await stripe.webhookEndpoints.del(made.id)).toMatchObject({ id: made.id, deleted: true });
  await expect(stripe.webhookEndpoints.retrieve(made.id)).rejects.toMatchObject({ statusCode: 404 });
});

test.for([
  { params: { url: "no address" }, param: "url" },
  { params: { url: "ftp://example.com" }, param: "url" },
  { params: { enabled_events: ["customer.married"] }, param: "enabled_events[0]" },
  { params: { enabled_events: ["*", "customer.*"] }, param: "enabled_events[1]" },
  { params: { api_version: "2031-01-01" }, param: "api_version" },
  { params: { connect: "true" }, param: "connect" },
  { params: { enabled_events: "" }, param: "enabled_events" },
  { params: { nope: "1" }, param: "nope" },
])("an endpoint is refused for $param in $params", async ({ params, param }) => {
  const create = stripe.rawRequest("POST", "/v1/webhook_endpoints", {
    url,
    enabled_events: ["*"],
    ...params,
  });
  await expect(create).rejects.toMatchObject({ statusCode: 400, param });
});

test("an account has at most sixteen endpoints", async () => {
  const create = () => stripe.webhookEndpoints.create({ url, enabled_events: ["*"] });
  for (let count = 0; count < 16; count++) await create();
  await expect(create()).rejects.toMatchObject({ statusCode: 400 });
  for (const { id } of (await stripe.webhookEndpoints.list({ limit: 100 })).data)
    await stripe.webhookEndpoints.del(id);
});

test("control makes an endpoint with a secret that both sides know", async () => {
  const secret = "whsec_known";
  const { status, body } = await control("/stripe/webhooks", { url: "http://localhost:8787/hook", secret });
  expect([status, body]).toMatchObject([201, { secret, enabled_events: ["*"] }]);
  const wrong = await control("/stripe/webhooks", { url: "nowhere" });
  expect(wrong.status).toBe(400);
  await stripe.webhookEndpoints.del(z.object({ id: z.string() }).parse(body).id);
  const { text } = await request("/control/stripe/webhooks");
  expect(JSON.parse(text).endpoints).toEqual([]);
});
