import { expect, test } from "vitest";
import { z } from "zod";
import { request } from "#sandbox/testing.ts";
import { stripeClient } from "../testing.ts";

const Violations = z.object({
  requests: z.array(z.object({ method: z.string(), path: z.string(), violations: z.array(z.string()) })),
  events: z.array(z.object({ id: z.string(), violations: z.array(z.string()) })),
});

const readViolations = async () =>
  Violations.parse(JSON.parse((await request("/control/stripe/violations")).text));

test("an event that Stripe does not have fails the call that lists it, and is listed as a violation", async () => {
  const { text } = await request("/control/stripe/accounts", { method: "POST", body: {} });
  const { account, secretKey } = z
    .object({ account: z.string(), secretKey: z.string() })
    .parse(JSON.parse(text));
  const stripe = stripeClient(secretKey);
  expect((await stripe.events.list()).data).toEqual([]);

  const event = { account, type: "customer.promoted", object: { id: "cus_1", object: "customer" } };
  const { status } = await request("/control/stripe/events", { method: "POST", body: event });
  expect(status).toBe(201);
  await expect(stripe.events.list()).rejects.toThrow("customer.promoted is not an event of the API");
  const { requests, events } = await readViolations();
  expect(requests.at(-1)).toMatchObject({ method: "GET", path: "/v1/events" });
  expect(requests.at(-1)?.violations).toContain("customer.promoted is not an event of the API");
  expect(events.some(({ violations }) => violations[0]?.startsWith("customer.promoted"))).toBe(true);
});

test("a parameter of Stripe's that the stand-in does not act on is refused as such, another as unknown", async () => {
  const stripe = stripeClient();
  await expect(stripe.customers.create({ tax: { ip_address: "192.0.2.1" } })).rejects.toMatchObject({
    statusCode: 400,
    code: "sandbox_unsupported",
    param: "tax",
    message: "tax is a parameter of Stripe's that this stand-in does not support",
  });
  const refused = stripe.rawRequest("POST", "/v1/customers", { colour: "red" });
  await expect(refused).rejects.toMatchObject({ code: "parameter_unknown", param: "colour" });
});
