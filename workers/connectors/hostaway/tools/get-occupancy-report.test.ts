import { expect, test } from "vitest";
import { cursorList, fakeUpstream, listing, pagedList, reservation, runTool } from "../fake-upstream.ts";
import { getOccupancyReport } from "./get-occupancy-report.ts";

const stay = (id: number, arrivalDate: string, departureDate: string, fields: object = {}) =>
  reservation(id, { arrivalDate, departureDate, ...fields });

const listings = [
  listing(1),
  listing(2, { currencyCode: "EUR" }),
  listing(3, { specialStatus: "archived" }),
  listing(4, { specialStatus: "archived" }),
];

const rows = [
  // 31 December is a night of December, the rest are January's.
  stay(1, "2026-12-31", "2027-01-03", { totalPrice: 300 }),
  stay(2, "2026-12-01", "2026-12-11", {
    listingMapId: 2,
    currency: "EUR",
    totalPrice: 2_000,
    channelId: 2005,
    status: "modified",
  }),
  stay(3, "2026-12-10", "2026-12-12", { totalPrice: null }),
  stay(4, "2026-12-20", "2026-12-25", { status: "ownerStay", totalPrice: 0 }),
  stay(5, "2026-12-20", "2026-12-25", { status: "cancelled" }),
  stay(6, "2026-12-15", "2026-12-15", { totalPrice: 50 }),
  stay(7, "2026-12-01", "2026-12-03", {
    listingMapId: 3,
    listingName: "House 3",
    totalPrice: 100,
    channelId: 2000,
  }),
];

const account = () => fakeUpstream({ "/reservations": cursorList(rows), "/listings": pagedList(listings) });

const winter = { start_date: "2026-12-01", end_date: "2027-01-31" };

test("counts nights out of all nights, money per currency, and owners apart", async () => {
  const { total } = await runTool(getOccupancyReport, account(), winter);
  expect(total).toEqual({
    stays: 5,
    nights: 17,
    owner_nights: 5,
    // Two live properties and the archived one that had a stay, 62 nights each.
    nights_in_all: 186,
    occupancy_percent: 9.1,
    stays_without_price: 1,
    earnings: [
      { currency: "USD", revenue: 450, adr: 90, revpar: 3.63 },
      { currency: "EUR", revenue: 2000, adr: 200, revpar: 32.26 },
    ],
  });
});

test("by month, a stay is divided over its nights, and money without nights stays on its day", async () => {
  const { groups } = await runTool(getOccupancyReport, account(), { ...winter, group_by: "month" });
  expect(groups.map(({ group, nights, nights_in_all }) => [group, nights, nights_in_all])).toEqual([
    ["2026-12", 15, 93],
    ["2027-01", 2, 93],
  ]);
  expect(groups[1]?.earnings).toEqual([{ currency: "USD", revenue: 200, adr: 100, revpar: 3.23 }]);
  expect(groups[0]?.earnings[0]).toMatchObject({ currency: "USD", revenue: 250 });
});

test("by channel, each has its part of all nights; owners book through none", async () => {
  const { groups } = await runTool(getOccupancyReport, account(), { ...winter, group_by: "channel" });
  expect(groups.map(({ group, nights, nights_in_all }) => [group, nights, nights_in_all])).toEqual([
    ["booking", 10, 186],
    ["airbnb", 5, 186],
    ["direct", 2, 186],
  ]);
});

test("by property, those without a stay are there, and archived ones only with one", async () => {
  const { groups, groups_in_all } = await runTool(getOccupancyReport, account(), winter);
  expect(groups.map(({ property_id, nights }) => [property_id, nights])).toEqual([
    [2, 10],
    [1, 5],
    [3, 2],
  ]);
  expect(groups_in_all).toBe(3);
  expect(groups[0]).toMatchObject({
    group: "House 2",
    occupancy_percent: 16.1,
    earnings: [{ currency: "EUR", revpar: 32.26 }],
  });
});

test("refuses more than 366 days and dates the wrong way round", async () => {
  const run = (end_date: string) =>
    runTool(getOccupancyReport, account(), { start_date: "2026-12-01", end_date });
  await expect(run("2027-12-02")).rejects.toThrow("366 days");
  await expect(run("2026-11-30")).rejects.toMatchObject({ code: "invalid_request" });
});
