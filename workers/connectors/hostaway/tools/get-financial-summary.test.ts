import { expect, test } from "vitest";
import { cursorList, fakeUpstream, listing, one, pagedList, reservation, runTool } from "../fake-upstream.ts";
import { getFinancialSummary } from "./get-financial-summary.ts";

const account = (reservations: { id: number }[], listings = [listing(1)]) =>
  fakeUpstream({ "/reservations": cursorList(reservations), "/listings": pagedList(listings) });

const december = { start_date: "2026-12-01", end_date: "2026-12-31" };
const stay = (arrivalDate: string, departureDate: string, fields: object = {}) => ({
  arrivalDate,
  departureDate,
  ...fields,
});

test("counts new and modified bookings only", async () => {
  const rows = ["new", "modified", "ownerStay", "cancelled", "inquiry", "pending", "awaitingPayment"].map(
    (status, index) => reservation(index + 1, { status, totalPrice: "300.10" }),
  );
  const upstream = account(rows);
  const answer = await runTool(getFinancialSummary, upstream, december);
  expect(answer).toMatchObject({
    bookings: 2,
    nights: 6,
    bookings_without_price: 0,
    earnings: [{ currency: "USD", revenue: 600.2, bookings: 2, nights: 6, average_nightly_rate: 100.03 }],
    occupancy_percent: 19.4,
    basis: expect.stringContaining("divided evenly"),
  });
  expect(upstream.calls.find(({ path }) => path === "/reservations")?.query).toMatchObject({
    arrivalEndDate: "2027-01-01",
    departureStartDate: "2026-11-30",
  });
});

test("divides a stay that reaches out of the period, at both ends", async () => {
  const rows = [
    reservation(1, stay("2026-11-29", "2026-12-03", { totalPrice: 400 })),
    reservation(2, stay("2026-12-31", "2027-01-03", { totalPrice: 300 })),
    reservation(3, stay("2026-11-28", "2026-12-01", { totalPrice: 999 })),
  ];
  expect(await runTool(getFinancialSummary, account(rows), december)).toMatchObject({
    bookings: 2,
    nights: 3,
    earnings: [{ revenue: 300, nights: 3, average_nightly_rate: 100 }],
  });
});

test("never adds currencies", async () => {
  const rows = [
    reservation(1, { totalPrice: 300, currency: "EUR" }),
    reservation(2, { totalPrice: 600, currency: "USD" }),
  ];
  const answer = await runTool(getFinancialSummary, account(rows), december);
  expect(answer.earnings).toEqual([
    { currency: "EUR", revenue: 300, bookings: 1, nights: 3, average_nightly_rate: 100 },
    { currency: "USD", revenue: 600, bookings: 1, nights: 3, average_nightly_rate: 200 },
  ]);
  expect(answer.properties[0]?.earnings).toHaveLength(2);
});

test("a booking without a price counts its nights and no money", async () => {
  const rows = [reservation(1, { totalPrice: null }), reservation(2, { totalPrice: 300, currency: null })];
  expect(await runTool(getFinancialSummary, account(rows), december)).toMatchObject({
    bookings: 2,
    nights: 6,
    bookings_without_price: 1,
    earnings: [{ currency: "USD", revenue: 300, nights: 3, average_nightly_rate: 100 }],
  });
});

test("a stay without nights belongs to its day and has no nightly rate", async () => {
  const rows = [
    reservation(1, stay("2026-12-05", "2026-12-05", { totalPrice: 80 })),
    reservation(2, stay("2026-11-05", "2026-11-05", { totalPrice: 80 })),
    reservation(3, { isDatesUnspecified: 1 }),
  ];
  const answer = await runTool(getFinancialSummary, account(rows), december);
  expect(answer.earnings).toEqual([{ currency: "USD", revenue: 80, bookings: 1, nights: 0 }]);
});

test("archived listings count only if they had stays, and idle ones are shown", async () => {
  const archived = { specialStatus: "archived" };
  const listings = [listing(1), listing(2), listing(3, archived), listing(4, archived)];
  const rows = [
    reservation(1, { listingMapId: 1, totalPrice: 100 }),
    reservation(2, { listingMapId: "3", totalPrice: 900 }),
    reservation(3, { listingMapId: 8, listingName: "Sold", totalPrice: 500 }),
  ];
  const answer = await runTool(getFinancialSummary, account(rows, listings), december);
  expect(
    answer.properties.map(({ property_id, property_name, occupancy_percent }) => [
      property_id,
      property_name,
      occupancy_percent,
    ]),
  ).toEqual([
    [3, "House 3", 9.7],
    [8, "Sold", 9.7],
    [1, "House 1", 9.7],
    [2, "House 2", 0],
  ]);
  expect(answer.occupancy_percent).toBe(7.3);
});

test.each<["arrival" | "booked", number[], object]>([
  ["arrival", [2, 3], { arrivalStartDate: "2026-11-30", arrivalEndDate: "2027-01-01" }],
  ["booked", [1, 4], { departureStartDate: "2026-11-30" }],
])("by %s, whole bookings count and there is no occupancy", async (basis, ids, query) => {
  const rows = [
    reservation(1, {
      ...stay("2027-03-01", "2027-03-03"),
      reservationDate: "2026-12-31 23:59:59",
      totalPrice: 1,
    }),
    reservation(2, { ...stay("2026-12-30", "2027-01-09"), totalPrice: 2 }),
    reservation(3, { ...stay("2026-12-01", "2026-12-02"), totalPrice: 4 }),
    reservation(4, {
      ...stay("2027-05-01", "2027-05-03"),
      reservationDate: "2026-12-01 00:00:00",
      totalPrice: 8,
    }),
  ];
  const upstream = account(rows);
  const answer = await runTool(getFinancialSummary, upstream, { ...december, basis });
  expect(answer.bookings).toBe(ids.length);
  expect(answer.earnings[0]?.revenue).toBe(ids.reduce((sum, id) => sum + 2 ** (id - 1), 0));
  expect(answer).not.toHaveProperty("occupancy_percent");
  expect(upstream.calls.at(-1)?.query).toMatchObject(query);
});

test("counts a booking that comes twice while paging once", async () => {
  const rows = Array.from({ length: 150 }, (_, index) => reservation(index + 1, { totalPrice: 1 }));
  const answer = await runTool(getFinancialSummary, account([...rows, ...rows.slice(0, 30)]), december);
  expect(answer.bookings).toBe(150);
});

test("one property asks for that property alone and is not found when unknown", async () => {
  const upstream = fakeUpstream({
    "/reservations": cursorList([reservation(1), reservation(2, { listingMapId: 5 })]),
    "/listings/1": one(listing(1)),
  });
  const answer = await runTool(getFinancialSummary, upstream, { ...december, property_id: 1 });
  expect(answer).toMatchObject({ bookings: 1, occupancy_percent: 9.7 });
  expect(upstream.calls.at(-1)?.query).toMatchObject({ listingId: 1 });
  await expect(runTool(getFinancialSummary, upstream, { ...december, property_id: 2 })).rejects.toThrow(
    "No property 2.",
  );
});

test("lists a hundred properties at most and says how many are left out", async () => {
  const listings = Array.from({ length: 130 }, (_, index) => listing(index + 1));
  const answer = await runTool(
    getFinancialSummary,
    account([reservation(1, { listingMapId: 120 })], listings),
    december,
  );
  expect(answer.properties).toHaveLength(100);
  expect(answer.properties[0]?.property_id).toBe(120);
  expect(answer.properties_omitted).toBe(30);
});

test("says when there was more than one call reads", async () => {
  const rows = Array.from({ length: 2_001 }, (_, index) => reservation(index + 1));
  expect(await runTool(getFinancialSummary, account(rows), december)).toMatchObject({
    truncated: true,
    note: expect.stringContaining("Incomplete: 2000 bookings"),
  });
});

test("refuses a reversed period and one longer than a year", async () => {
  const run = (args: { start_date: string; end_date: string }) =>
    runTool(getFinancialSummary, account([]), args);
  await expect(run({ start_date: "2026-12-31", end_date: "2026-12-01" })).rejects.toThrow(
    /start_date.*end_date/,
  );
  await expect(run({ start_date: "2026-01-01", end_date: "2027-01-02" })).rejects.toMatchObject({
    code: "invalid_request",
  });
});
