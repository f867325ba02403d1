import { expect, test } from "vitest";
import { fakeHouses } from "../fake-houses.ts";
import { applyWrite, lookBack, planWrite } from "../fake-write.ts";
import { batchUpdateListings } from "./batch-update-listings.ts";

const account = () =>
  fakeHouses(
    { id: 1, fields: { price: 100 } },
    { id: 2, fields: { price: 99.99, city: "Berlin", currencyCode: "EUR" } },
    { id: 3, fields: { price: null } },
    { id: 4, fields: { specialStatus: "archived" } },
  );
const plan = (args: object, upstream = account()) => planWrite(batchUpdateListings, upstream, args);
const ids = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test("all nightly rates are raised by a percentage, each in its currency, and what has no price is told of", async () => {
  const { failed, money, steps, summary } = await plan({ all: true, price_change_percent: 10 });
  expect(steps.map(({ item, before, after }) => [item, before, after])).toEqual([
    ["1", { base_price: 100 }, { base_price: 110 }],
    ["2", { base_price: 99.99 }, { base_price: 109.99 }],
  ]);
  expect(steps[0]?.change).toEqual({ property_id: 1, fields: { base_price: 110 }, nights: {} });
  expect(failed).toMatchObject([{ item_id: "3", error_type: "validation_error" }]);
  expect(money).toEqual([
    { what: "Base price per night", currency: "USD", before: 100, after: 110 },
    { what: "Base price per night", currency: "EUR", before: 99.99, after: 109.99 },
  ]);
  expect(summary).toBe("Changes 2 of 3 properties.");
});

test("named properties that are archived or unknown fail by themselves, and the others go through", async () => {
  const { failed, steps } = await plan({ property_ids: [1, 4, 99], min_nights: 3 });
  expect(steps.map(({ item }) => item)).toEqual(["1"]);
  expect(failed).toEqual([
    expect.objectContaining({
      item_id: "4",
      error_type: "validation_error",
      error_message: expect.stringMatching(/archived/),
    }),
    expect.objectContaining({
      item_id: "99",
      error_type: "not_found",
      remediation: expect.stringMatching(/the tool that lists these/),
    }),
  ]);
});

test("a city means its properties", async () => {
  const { steps } = await plan({ city: "berlin", price_change_percent: -10 });
  expect(steps.map(({ item }) => item)).toEqual(["2"]);
});

test("an amount for several currencies has to name one, and then the others fail", async () => {
  const amount = { property_ids: [1, 2], base_price: 120 };
  await expect(plan(amount)).rejects.toMatchObject({
    code: "invalid_request",
    message: expect.stringMatching(/priced in EUR, USD/),
  });
  const { failed, steps } = await plan({ ...amount, currency: "EUR" });
  expect(steps.map(({ item }) => item)).toEqual(["2"]);
  expect(failed).toMatchObject([
    { item_id: "1", error_message: expect.stringMatching(/in USD, not in EUR/) },
  ]);
});

test("each property can have its own values, in its own currency", async () => {
  const updates = [
    { property_id: 1, base_price: 120 },
    { property_id: 2, max_guests: 4, amenities: ["Pool"] },
  ];
  const { steps } = await plan({ updates });
  expect(steps.map(({ after }) => after)).toEqual([
    { base_price: 120 },
    { amenities: ["Pool"], max_guests: 4 },
  ]);
});

test("with dates the calendar's prices change in the same step, and an undo gives both back", async () => {
  const upstream = fakeHouses({ id: 1, days: { "2026-12-02": { price: 200 } } });
  const dates = { start_date: "2026-12-01", end_date: "2026-12-02" };
  const { money, steps } = await plan({ all: true, price_change_percent: 20, ...dates }, upstream);
  const [step] = steps;
  if (step === undefined) throw new Error("Expected a step.");
  expect(step.after).toEqual({
    base_price: 300,
    nights: { "2026-12-01": { price: 120 }, "2026-12-02": { price: 240 } },
  });
  expect(money).toMatchObject([
    { before: 250, after: 300 },
    { before: 300, after: 360 },
  ]);
  const result = await applyWrite(batchUpdateListings, upstream, step.change);
  expect(result).toEqual({ property_id: 1, fields_changed: 1, nights_changed: 2 });
  expect(upstream.writes().map(({ call }) => call)).toEqual([
    "PUT /listings/1",
    "PUT /listings/1/calendarIntervals",
  ]);
  const { now, reverse } = await lookBack(batchUpdateListings, upstream, step, result);
  expect(now).toEqual(step.after);
  if (reverse === null) throw new Error("Expected a way back.");
  await applyWrite(batchUpdateListings, upstream, reverse);
  expect((await lookBack(batchUpdateListings, upstream, step, result)).now).toEqual(step.before);
});

test("a change applied twice is the same as once", async () => {
  const upstream = fakeHouses({ id: 1 });
  const [step] = (await plan({ all: true, price_change_percent: 10 }, upstream)).steps;
  if (step === undefined) throw new Error("Expected a step.");
  await applyWrite(batchUpdateListings, upstream, step.change);
  await applyWrite(batchUpdateListings, upstream, step.change);
  expect((await lookBack(batchUpdateListings, upstream, step, {})).now).toEqual({ base_price: 275 });
});

test("500 properties are read a hundred at a time, fresh, and planned", async () => {
  const upstream = fakeHouses(...ids(500).map((id) => ({ id })));
  const { steps } = await plan({ property_ids: ids(500), price_change_percent: 10 }, upstream);
  expect(steps).toHaveLength(500);
  expect(upstream.calls.map(({ query }) => query.offset)).toEqual([undefined, 100, 200, 300, 400, 500]);
  expect(upstream.calls.every(({ request }) => request.fresh)).toBe(true);
});

test("a price too small for the percentage is told of, and the others go through", async () => {
  const upstream = fakeHouses({ id: 1, fields: { price: 0.01 } }, { id: 2 });
  const { failed, steps } = await plan({ all: true, price_change_percent: -90 }, upstream);
  expect(steps.map(({ item }) => item)).toEqual(["2"]);
  expect(failed).toMatchObject([
    { item_id: "1", error_message: expect.stringMatching(/would make the price of property 1 0/) },
  ]);
});

test("yen have no decimals", async () => {
  const upstream = fakeHouses({ id: 1, fields: { price: 12_345, currencyCode: "JPY" } });
  const { steps } = await plan({ all: true, price_change_percent: 10 }, upstream);
  expect(steps[0]?.after).toEqual({ base_price: 13_580 });
});

test.each<[string, object]>([
  ["nothing to choose by", { min_nights: 3 }],
  ["two ways to choose", { all: true, city: "Berlin", min_nights: 3 }],
  ["nothing to change", { all: true }],
  ["an amount and a percentage", { all: true, base_price: 1, price_change_percent: 1 }],
  ["one date", { all: true, price_change_percent: 1, start_date: "2026-12-01" }],
  ["dates without a price", { all: true, min_nights: 3, start_date: "2026-12-01", end_date: "2026-12-02" }],
  [
    "a property twice in updates",
    {
      updates: [
        { property_id: 1, base_price: 1 },
        { property_id: 1, base_price: 2 },
      ],
    },
  ],
  ["an update without a value", { updates: [{ property_id: 1 }] }],
  ["updates and a shared value", { updates: [{ property_id: 1, base_price: 1 }], min_nights: 3 }],
])("refuses %s before anything is read", async (_, args) => {
  const upstream = account();
  await expect(plan(args, upstream)).rejects.toMatchObject({ code: "invalid_request" });
  expect(upstream.calls).toEqual([]);
});

test.each<[string, object]>([
  ["no property", { property_ids: [] }],
  ["501 properties", { property_ids: ids(501) }],
  ["a property twice", { property_ids: [1, 1] }],
  ["501 updates", { updates: ids(501).map((property_id) => ({ property_id, base_price: 1 })) }],
  ["a percentage that leaves nothing", { all: true, price_change_percent: -100 }],
  ["a price of 0", { all: true, base_price: 0 }],
])("does not take %s", async (_, args) => {
  await expect(plan({ min_nights: 3, ...args })).rejects.toThrow();
});

test("dates are for at most 50 properties and 2,000 nights, and everything for at most 500", async () => {
  const dates = { start_date: "2026-12-01", end_date: "2026-12-02" };
  const some = fakeHouses(...ids(51).map((id) => ({ id })));
  const withDates = plan({ all: true, price_change_percent: 10, ...dates }, some);
  await expect(withDates).rejects.toMatchObject({
    message: expect.stringMatching(/51 properties; with dates/),
  });
  const long = plan(
    { property_ids: ids(50), price_change_percent: 10, ...dates, end_date: "2027-01-10" },
    some,
  );
  await expect(long).rejects.toMatchObject({ message: expect.stringMatching(/2050 nights/) });
  const many = fakeHouses(...ids(501).map((id) => ({ id })));
  const all = plan({ all: true, price_change_percent: 10 }, many);
  await expect(all).rejects.toMatchObject({ message: expect.stringMatching(/at most 500/) });
});
