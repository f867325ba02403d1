import { expect, test } from "vitest";
import { fakeUpstream, listing, pagedList, runTool } from "../fake-upstream.ts";
import { searchAvailableProperties } from "./search-available-properties.ts";

const nights = (price: number | null, fields: object = {}) =>
  pagedList(
    ["2026-12-12", "2026-12-13", "2026-12-14", "2026-12-15"].map((date) => ({
      date,
      isAvailable: 1,
      price,
      minimumStay: 1,
      ...fields,
    })),
  );

const account = () =>
  fakeUpstream({
    "/listings": pagedList([
      listing(1, { price: 300 }),
      listing(2, { price: 200 }),
      listing(3, { price: null }),
      listing(4, { price: 90, specialStatus: "archived" }),
      listing(5, { price: 80, personCapacity: 2 }),
      listing(6, { price: 70, city: "Berlin" }),
    ]),
    "/listings/1/calendar": nights(310),
    "/listings/2/calendar": nights(210, { minimumStay: 5 }),
    "/listings/3/calendar": nights(null),
  });

const stay = { start_date: "2026-12-12", end_date: "2026-12-15", guests: 6, city: "miami" };

test("gives what is free and large enough, cheapest first, and says which stay is against the rules", async () => {
  const upstream = account();
  const answer = await runTool(searchAvailableProperties, upstream, stay);
  expect(answer).toEqual({
    nights: 3,
    properties: [
      expect.objectContaining({
        id: 2,
        bookable: false,
        reasons: ["The minimum stay on arrival is 5 nights."],
        total_price: 630,
      }),
      expect.objectContaining({ id: 1, bookable: true, total_price: 930, currency: "USD" }),
      expect.not.objectContaining({ total_price: expect.anything() }),
    ],
    total: 3,
  });
  expect(upstream.calls[0]?.query).toMatchObject({
    availabilityDateStart: "2026-12-12",
    availabilityDateEnd: "2026-12-14",
    availabilityGuestNumber: 6,
  });
});

test("leaves out what Hostaway offers although its calendar has a taken night", async () => {
  const upstream = fakeUpstream({
    "/listings": pagedList([listing(1, { price: 300 }), listing(2, { price: 200 })]),
    "/listings/1/calendar": nights(310),
    "/listings/2/calendar": nights(210, { isAvailable: 0 }),
  });
  const answer = await runTool(searchAvailableProperties, upstream, stay);
  expect(answer).toMatchObject({ properties: [{ id: 1 }], total: 1 });
});

test("reads the calendars of one page only", async () => {
  const upstream = account();
  const first = await runTool(searchAvailableProperties, upstream, { ...stay, limit: 1 });
  expect(first.properties.map(({ id }) => id)).toEqual([2]);
  expect(upstream.calls.filter(({ path }) => path.endsWith("/calendar"))).toHaveLength(1);
  const next = await runTool(searchAvailableProperties, upstream, {
    ...stay,
    limit: 1,
    cursor: first.next_cursor,
  });
  expect(next.properties.map(({ id }) => id)).toEqual([1]);
});

test.each([
  { start_date: "2026-12-15", end_date: "2026-12-12" },
  { start_date: "2026-12-12", end_date: "2026-12-12" },
  { start_date: "2025-12-12", end_date: "2025-12-14" },
])("refuses a stay that cannot be booked: %o", async (dates) => {
  await expect(runTool(searchAvailableProperties, account(), dates)).rejects.toMatchObject({
    code: "invalid_request",
  });
});
