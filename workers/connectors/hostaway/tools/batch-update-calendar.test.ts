import { expect, test } from "vitest";
import { AppError } from "#errors.ts";
import { blocked, booked, fakeHouses } from "../fake-houses.ts";
import { applyWrite, lookBack, planWrite } from "../fake-write.ts";
import { batchUpdateCalendar } from "./batch-update-calendar.ts";

const week = { start_date: "2026-12-07", end_date: "2026-12-13" };
const plan = (upstream: ReturnType<typeof fakeHouses>, ...updates: object[]) =>
  planWrite(batchUpdateCalendar, upstream, {
    updates: updates.map((update) => ({ property_ids: [1], ...week, ...update })),
  });
const ids = (count: number, first = 1) => Array.from({ length: count }, (_, index) => first + index);

test("all ranges of a property are one step, and its calendar is read once", async () => {
  const upstream = fakeHouses({ id: 1 }, { id: 2 });
  const weekend = { start_date: "2026-12-18", end_date: "2026-12-19" };
  const { steps, summary } = await plan(
    upstream,
    { property_ids: [1, 2], price: 150 },
    { ...weekend, price_change_percent: 20, min_stay: 3 },
  );
  expect(summary).toBe("Changes the calendars of 2 of 2 properties.");
  expect(steps.map(({ item, after }) => [item, after])).toEqual([
    [
      "1",
      { "2026-12-07..2026-12-13": { price: 150 }, "2026-12-18..2026-12-19": { price: 120, min_stay: 3 } },
    ],
    ["2", { "2026-12-07..2026-12-13": { price: 150 } }],
  ]);
  expect(upstream.calls.map(({ path }) => path)).toEqual([
    "/listings",
    "/listings/1/calendar",
    "/listings/2/calendar",
  ]);
});

test("a property that fails keeps no other from its change", async () => {
  const upstream = fakeHouses(
    { id: 1 },
    { id: 2, fields: { specialStatus: "archived" } },
    { id: 3, days: booked(501, "2026-12-08", "2026-12-10") },
  );
  const { failed, steps } = await plan(upstream, { property_ids: [1, 2, 3, 4], availability: "blocked" });
  expect(steps.map(({ item }) => item)).toEqual(["1"]);
  expect(failed?.map(({ item_id, error_type }) => [item_id, error_type])).toEqual([
    ["2", "validation_error"],
    ["3", "validation_error"],
    ["4", "not_found"],
  ]);
  expect(failed?.[1]?.error_message).toMatch(/booking 501/);
});

test("money is added up per currency, and equal warnings are told once", async () => {
  const upstream = fakeHouses({ id: 1 }, { id: 2 }, { id: 3, fields: { currencyCode: "EUR" } });
  const { money, warnings } = await plan(upstream, { property_ids: [1, 2, 3], price: 200 });
  expect(money).toMatchObject([
    { currency: "USD", before: 1_400, after: 2_800 },
    { currency: "EUR", before: 700, after: 1_400 },
  ]);
  expect(warnings).toEqual(["3 properties: The price of 7 nights changes by more than 30 %."]);
});

test("an undo restores each property's nights", async () => {
  const upstream = fakeHouses({ id: 1, days: { "2026-12-08": blocked } });
  const [step] = (await plan(upstream, { availability: "blocked" })).steps;
  if (step === undefined) throw new Error("Expected a step.");
  const result = await applyWrite(batchUpdateCalendar, upstream, step.change);
  const { reverse } = await lookBack(batchUpdateCalendar, upstream, step, result);
  if (reverse === null) throw new Error("Expected a way back.");
  await applyWrite(batchUpdateCalendar, upstream, reverse);
  expect((await lookBack(batchUpdateCalendar, upstream, step, result)).now).toEqual(step.before);
});

test.each<[string, object[], RegExp]>([
  [
    "overlapping ranges of one property",
    [{ price: 1 }, { property_ids: [2, 1], price: 2 }],
    /Property 1: .* overlap/,
  ],
  [
    "more than 200 ranges",
    Array.from({ length: 5 }, () => ({ property_ids: ids(41), price: 1 })),
    /205 ranges/,
  ],
  [
    "more than 50 properties",
    [
      { property_ids: ids(50), price: 1 },
      { property_ids: [51], price: 1 },
    ],
    /51 properties/,
  ],
  ["more than 2,000 nights", [{ property_ids: ids(50), end_date: "2027-01-16", price: 1 }], /2050 nights/],
])("refuses %s before anything is read", async (_, updates, message) => {
  const upstream = fakeHouses({ id: 1 });
  await expect(plan(upstream, ...updates)).rejects.toMatchObject({
    code: "invalid_request",
    message: expect.stringMatching(message),
  });
  expect(upstream.calls).toEqual([]);
});

test.each<[string, object[]]>([
  ["no update", []],
  ["201 updates", Array.from({ length: 201 }, () => ({ price: 1 }))],
  ["a property twice", [{ property_ids: [1, 1], price: 1 }]],
  ["no property", [{ property_ids: [], price: 1 }]],
])("does not take %s", async (_, updates) => {
  await expect(plan(fakeHouses({ id: 1 }), ...updates)).rejects.toThrow();
});

test("what concerns the whole account fails the whole batch", async () => {
  const upstream = fakeHouses();
  await expect(
    plan({ ...upstream, client: brokenClient(upstream.client) }, { price: 1 }),
  ).rejects.toMatchObject({
    code: "upstream_busy",
  });
});

function brokenClient<Client extends ReturnType<typeof fakeHouses>["client"]>(client: Client): Client {
  client.listings.getFresh = () => Promise.reject(new AppError("upstream_busy"));
  return client;
}
