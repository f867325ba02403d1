import type Stripe from "stripe";
import { expect, test } from "vitest";
import type { Endpoint } from "../core/endpoint.ts";
import { endpoints } from "../endpoints.ts";
import { stripeClient } from "../testing.ts";
import { callCatalogue, callCoupons } from "./every-call/catalogue.ts";
import { callCustomers } from "./every-call/customers.ts";
import { callEvents, callTestClocks, callWebhookEndpoints } from "./every-call/events.ts";
import { callInvoices } from "./every-call/invoices.ts";
import { callCheckout, callPaymentPages, callPortal } from "./every-call/pages.ts";
import { callMeters, callPayments, callSetups } from "./every-call/payments.ts";
import { callSchedules } from "./every-call/schedules.ts";
import { callDiscounts, callStates, callSubscriptions } from "./every-call/subscriptions.ts";

const stripe = stripeClient();
const succeeded = new Set<string>();
stripe.on("response", ({ method, path, status }: Stripe.ResponseEvent) => {
  if (status === 200) succeeded.add(`${method} ${path.split("?")[0]}`);
});

// Each of these goes through the contract in both directions: a violation fails the call.
test("customers", () => callCustomers(stripe));
test("products, prices and plans", () => callCatalogue(stripe));
test("coupons", () => callCoupons(stripe));
test("payment methods, payment intents and charges", () => callPayments(stripe));
test("setup intents", () => callSetups(stripe));
test("meters", () => callMeters(stripe));
test("invoices, their items, lines and payments", () => callInvoices(stripe));
test("subscriptions and their items", () => callSubscriptions(stripe));
test("trials, incomplete, paused and migrated subscriptions", () => callStates(stripe));
test("discounts", () => callDiscounts(stripe));
test("subscription schedules", () => callSchedules(stripe));
test("checkout sessions", () => callCheckout(stripe));
test("payment pages", () => callPaymentPages(stripe));
test("portal sessions and configurations", () => callPortal(stripe));
test("webhook endpoints", () => callWebhookEndpoints(stripe));
test("test clocks", () => callTestClocks(stripe));

test("every event that these calls caused carries what its type is about", async () => {
  const types = await callEvents(stripe);
  expect([...types]).toEqual(
    expect.arrayContaining([
      "customer.created",
      "invoice.paid",
      "customer.subscription.updated",
      "price.created",
    ]),
  );
});

test("every endpoint of the stand-in has been called with success", () => {
  const called = new Set([...succeeded].map(toEndpoint));
  const missed = endpoints.filter((endpoint) => !called.has(endpoint));
  expect(missed.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

/** A word comes before a placeholder: `search` is no id. */
function toEndpoint(call: string): Endpoint | undefined {
  const fitting = endpoints.filter(({ method, path }) =>
    new RegExp(`^${method} ${path.replaceAll(/:\w+/g, "[^/]+")}$`).test(call),
  );
  const [closest] = fitting.sort((a, b) => a.path.split(":").length - b.path.split(":").length);
  return closest;
}
