import { expect, test } from "vitest";
import { contract } from "./contract.ts";
import { isKnownToStripe, violationsOf, violationsOfEvent } from "./validate.ts";

const metered = {
  id: "mtr_1",
  object: "billing.meter",
  created: 1,
  customer_mapping: mapping(),
  livemode: false,
};
const meter = {
  ...metered,
  default_aggregation: { formula: "sum" },
  display_name: "Calls",
  event_name: "calls",
  event_time_window: null,
  status: "active",
  status_transitions: { deactivated_at: null },
  updated: 1,
  value_settings: { event_payload_key: "value" },
};

function mapping() {
  return { event_payload_key: "stripe_customer_id", type: "by_id" };
}

const create = {
  method: "POST",
  path: "/v1/billing/meters",
  params: { display_name: "Calls", event_name: "calls", default_aggregation: { formula: "sum" } },
};
const answered = (body: unknown, status = 200) => ({ status, body });
const list = (...data: unknown[]) => ({ object: "list", url: "/v1/events", has_more: false, data });

test("a right request with a right answer has no violation", () => {
  expect(violationsOf(create, answered(meter))).toEqual([]);
});

test("what is wrong with an answer is named: enum, missing, unknown, type, kind", () => {
  const of = (body: unknown) => violationsOf(create, answered(body));
  expect(of({ ...meter, status: "activ" })).toEqual([
    'In the answer, status is "activ", none of "active", "inactive"',
  ]);
  const { updated, ...without } = meter;
  expect(of({ ...without, updatedAt: updated })).toEqual([
    "In the answer, updated is missing",
    "In the answer, updatedAt is unknown",
  ]);
  expect(of({ ...meter, created: "1" })).toEqual(['In the answer, created is "1", not of type number']);
  expect(of({ ...meter, object: "meter" })).toHaveLength(1);
  expect(of({ ...meter, status_transitions: { deactivated_at: "never" } })).toHaveLength(1);
  expect(of({ ...meter, status_transitions: null })).toHaveLength(1);
  expect(of([meter])).toHaveLength(1);
  expect(of(undefined)).toHaveLength(1);
});

test("parameters that Stripe would refuse must be refused", () => {
  const of = (params: object, status = 200) =>
    violationsOf({ ...create, params: { ...create.params, ...params } }, answered(meter, status));
  expect(of({ colour: "red" })).toEqual(["Accepted, although colour is unknown"]);
  expect(of({ default_aggregation: { formula: "average" } })).toHaveLength(1);
  expect(of({ default_aggregation: "sum" })).toHaveLength(1);
  const { display_name, ...without } = create.params;
  expect(violationsOf({ ...create, params: without }, answered(meter))).toEqual([
    "Accepted, although display_name is missing",
  ]);
  const refused = answered({ error: { type: "invalid_request_error", message: "No" } }, 400);
  expect(violationsOf({ ...create, params: { colour: "red" } }, refused)).toEqual([]);
});

test("a parameter that this version has removed must be refused", () => {
  const params = { mode: "subscription", payment_method_types: ["card"] };
  const session = { method: "POST", path: "/v1/checkout/sessions", params };
  expect(violationsOf(session, answered({}))).toContain("Accepted, although payment_method_types is unknown");
  const list = { method: "GET", path: "/v1/events", params: { limit: "3", created: { gte: "5" } } };
  expect(violationsOf(list, answered({ object: "list", url: "", has_more: false, data: [] }))).toEqual([]);
});

test("numbers, truth values and unsetting are text in a form, and nothing else is", () => {
  const of = (params: object) =>
    violationsOf({ method: "POST", path: "/v1/subscriptions/sub_1", params }, answered({})).filter((text) =>
      text.startsWith("Accepted"),
    );
  const fine = { cancel_at: "", cancel_at_period_end: "true", metadata: { "0": "x" }, days_until_due: "3" };
  expect(of(fine)).toEqual([]);
  expect(of({ metadata: ["x"] })).toEqual([]);
  expect(of({ metadata: "" })).toEqual([]);
  expect(of({ cancel_at_period_end: "yes" })).toHaveLength(1);
  expect(of({ days_until_due: "soon" })).toHaveLength(1);
  expect(of({ items: { price: "price_1" } })).toHaveLength(1);
  expect(of({ items: [{ id: "si_1", quantity: "many" }] })).toHaveLength(1);
});

test("a refusal must be one to the SDK: with `error`, a type and a message", () => {
  const of = (body: unknown, status = 404) => violationsOf(create, answered(body, status));
  expect(of({ message: "Not Found" })).toContain("error is missing");
  expect(of({ error: { message: "No" } })).toEqual(["error.type is missing"]);
  expect(of({ error: { type: "not_found", message: "No" } })).toHaveLength(1);
  expect(of({ error: { type: "invalid_request_error", message: "No", code: "nope" } })).toHaveLength(1);
  expect(of(undefined, 500)).toHaveLength(1);
});

test("a success at an address that the API does not have is a violation", () => {
  const of = (method: string, path: string) => violationsOf({ method, path, params: {} }, answered({}));
  expect(of("GET", "/v1/usage_records")).toEqual(["GET /v1/usage_records is not a call of the API"]);
  expect(of("DELETE", "/v1/invoices/in_1/lines")).toHaveLength(1);
  expect(of("GET", "/v1/invoices/upcoming")).not.toEqual([]);
});

test("an event must carry the object that its type is about", () => {
  const event = {
    id: "evt_1",
    object: "event",
    api_version: contract.apiVersion,
    created: 1,
    data: { object: meter },
    livemode: false,
    pending_webhooks: 0,
    request: null,
    type: "billing.meter.created",
  };
  expect(violationsOfEvent(event)).toEqual([]);
  expect(violationsOfEvent({ ...event, type: "price.created" }).length).toBeGreaterThan(0);
  expect(violationsOfEvent({ ...event, type: "meter.created" })).toHaveLength(1);
  expect(violationsOfEvent({ ...event, type: "price.created", api_version: "2025-03-31.basil" })).toEqual([]);
  const listed = violationsOf({ method: "GET", path: "/v1/events", params: {} }, answered(list(event, {})));
  expect(listed).toContain("In the answer, data[1].id is missing");
  expect(listed.some((text) => text.startsWith("In the answer, data[0]"))).toBe(false);
});

test("an expanded object is looked into as the kind that it is", () => {
  const item = { method: "GET", path: "/v1/invoice_payments/inpay_1", params: {} };
  const of = (invoice: unknown) =>
    violationsOf(item, answered({ invoice })).filter((text) => text.startsWith("In the answer, invoice"));
  expect(of("in_1")).toEqual([]);
  expect(of({ id: "in_1", object: "invoice", deleted: true })).toEqual([]);
  expect(of({ id: "in_1", object: "invoice" })).not.toEqual([]);
  expect(of({ id: "cus_1", object: "customer", deleted: true })).not.toEqual([]);
  expect(of(null)).not.toEqual([]);
});

test("whether Stripe has a parameter, however deep", () => {
  const has = (name: string) => isKnownToStripe("POST", "/v1/subscriptions/:subscription", name);
  expect(["transfer_data", "items[0][price_data][unit_amount]", "metadata[x]"].map(has)).toEqual([
    true,
    true,
    true,
  ]);
  expect(["coupon", "items[0][plan_data]", "items[0][price_data][colour]"].map(has)).toEqual([
    false,
    false,
    false,
  ]);
  expect(isKnownToStripe("POST", "/v1/nothing", "metadata")).toBe(false);
});
