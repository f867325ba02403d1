import { expect, test } from "vitest";
import { addDays } from "../dates.ts";
import { cursorList, fakeUpstream, one, reservation, runTool } from "../fake-upstream.ts";
import { getBookings } from "./get-bookings.ts";

const account = (rows: { id: number | string }[], extra: object = {}) =>
  fakeUpstream({ "/reservations": cursorList(rows, extra) });

const idsOf = ({ bookings }: { bookings: { id: number }[] }) => bookings.map(({ id }) => id);

test("gives one compact row per booking", async () => {
  const row = reservation(1, {
    id: "1",
    totalPrice: "600.50",
    numberOfGuests: null,
    guestName: "Ann\u202e Example",
  });
  expect(await runTool(getBookings, account([row]), {})).toEqual({
    bookings: [
      {
        id: 1,
        property_id: 1,
        property_name: "House 1",
        guest_name: "Ann Example",
        status: "new",
        channel: "airbnb",
        arrival_date: "2026-12-10",
        departure_date: "2026-12-13",
        nights: 3,
        total_price: 600.5,
        currency: "USD",
      },
    ],
    total: 1,
  });
});

const statuses = [
  "new",
  "modified",
  "ownerStay",
  "awaitingPayment",
  "pending",
  "unconfirmed",
  "cancelled",
  "declined",
  "expired",
  "inquiry",
  "inquiryDenied",
  "unknown",
  "somethingNew",
];
const everyStatus = statuses.map((status, index) => reservation(index + 1, { status }));

test.each<[string, object, string[]]>([
  [
    "by default, what is or may become a stay",
    {},
    ["new", "modified", "ownerStay", "awaitingPayment", "pending", "unconfirmed"],
  ],
  ["a group", { status: ["confirmed"] }, ["new", "modified"]],
  [
    "groups and exact statuses together",
    { status: ["cancelled", "ownerStay"] },
    ["ownerStay", "cancelled", "declined", "expired"],
  ],
  ["inquiries", { status: ["inquiry"] }, ["inquiry", "inquiryDenied", "unknown"]],
  ["all, also those not known yet", { status: ["all"] }, statuses],
])("filters statuses itself: %s", async (_, filter, expected) => {
  const upstream = account(everyStatus);
  const answer = await runTool(getBookings, upstream, { ...filter, sort: "arrival_asc" });
  expect(answer.bookings.map(({ status }) => status)).toEqual(expected);
  expect(answer.total).toBe(expected.length);
  expect(upstream.calls[0]?.query).not.toHaveProperty("status");
});

test("pages through filtered rows without repeating or losing one", async () => {
  const rows = Array.from({ length: 260 }, (_, index) =>
    reservation(index + 1, {
      status: index % 3 === 0 ? "cancelled" : "modified",
      arrivalDate: addDays("2026-12-01", index % 7),
      departureDate: "2026-12-20",
    }),
  );
  // A row that was updated while paging comes twice.
  const upstream = account([...rows, rows[0] ?? reservation(1), rows[1] ?? reservation(2)]);
  const seen: number[] = [];
  const arrivals: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await runTool(getBookings, upstream, { limit: 40, sort: "arrival_asc", cursor });
    expect(page.total).toBe(173);
    seen.push(...idsOf(page));
    arrivals.push(...page.bookings.map(({ arrival_date = "" }) => arrival_date));
    cursor = page.next_cursor;
  } while (cursor);
  expect(seen).toHaveLength(173);
  expect(new Set(seen).size).toBe(173);
  expect(arrivals).toEqual(arrivals.toSorted());
});

test.each([
  ["too small", "3"],
  ["too large", 9_000],
  ["missing", undefined],
])("counts for itself when the upstream count is %s", async (_, count) => {
  const rows = Array.from({ length: 120 }, (_, index) => reservation(index + 1));
  expect((await runTool(getBookings, account(rows, { count, limit: null }), {})).total).toBe(120);
});

test("an account with more than a thousand matches is cut, says so, and the cursor reaches the rest", async () => {
  const rows = Array.from({ length: 1_030 }, (_, index) => reservation(index + 1));
  const upstream = account(rows);
  const seen = new Set<number>();
  let page = await runTool(getBookings, upstream, { limit: 50 });
  expect(page).toMatchObject({ truncated: true, note: expect.stringContaining("Narrow the dates") });
  expect(page.total).toBeUndefined();
  for (;;) {
    for (const id of idsOf(page)) seen.add(id);
    if (!page.next_cursor) break;
    page = await runTool(getBookings, upstream, { limit: 50, cursor: page.next_cursor });
  }
  expect(seen.size).toBe(1_030);
});

test("who is in house sleeps there that night", async () => {
  const upstream = account([
    reservation(1, { arrivalDate: "2026-11-20", departureDate: "2026-11-22" }),
    reservation(2, { arrivalDate: "2026-11-22", departureDate: "2026-11-25" }),
    reservation(3, { arrivalDate: "2026-11-22", departureDate: "2026-11-22" }),
    reservation(4, { arrivalDate: "2026-11-21", departureDate: "2026-11-23", isDatesUnspecified: 1 }),
    reservation(5, { arrivalDate: "2026-11-23", departureDate: "2026-11-24" }),
    reservation(6, { arrivalDate: null, departureDate: null }),
  ]);
  expect(idsOf(await runTool(getBookings, upstream, { in_house_on: "2026-11-22" }))).toEqual([2]);
  expect(upstream.calls[0]?.query).toMatchObject({
    arrivalEndDate: "2026-11-23",
    departureStartDate: "2026-11-21",
  });
});

test("sends upstream the filters that it documents, dates a day wider, and checks them again", async () => {
  const upstream = account([
    reservation(1, {
      listingMapId: "4",
      channelId: 2005,
      arrivalDate: "2026-12-01",
      departureDate: "2026-12-04",
    }),
    reservation(2, { listingMapId: 5, channelId: 2005 }),
    reservation(3, {
      listingMapId: 4,
      channelId: 2005,
      arrivalDate: "2026-11-30",
      departureDate: "2026-12-04",
    }),
    reservation(4, {
      listingMapId: 4,
      channelId: 2005,
      arrivalDate: "2026-12-31",
      departureDate: "2027-02-01",
    }),
  ]);
  const answer = await runTool(getBookings, upstream, {
    property_id: 4,
    guest_name: "ann",
    guest_email: "ann@example.test",
    channel: "booking",
    arrival_from: "2026-12-01",
    arrival_to: "2026-12-31",
    departure_from: "2026-12-02",
    departure_to: "2027-01-31",
  });
  expect(idsOf(answer)).toEqual([1]);
  expect(upstream.calls[0]?.query).toEqual({
    limit: 100,
    afterId: undefined,
    listingId: 4,
    match: "ann",
    guestEmail: "ann@example.test",
    channelId: 2005,
    arrivalStartDate: "2026-11-30",
    arrivalEndDate: "2027-01-01",
    departureStartDate: "2026-12-01",
    departureEndDate: "2027-02-01",
  });
});

test("a channel with several ids is filtered here alone", async () => {
  const upstream = account([
    reservation(1, { channelId: 2000 }),
    reservation(2, { channelId: "2013" }),
    reservation(3, { channelId: 2002 }),
  ]);
  const answer = await runTool(getBookings, upstream, { channel: "direct", sort: "arrival_asc" });
  expect(idsOf(answer)).toEqual([1, 2]);
  expect(upstream.calls[0]?.query.channelId).toBeUndefined();
});

test("refuses reversed ranges, naming both ends", async () => {
  const run = (args: object) => runTool(getBookings, account([]), args);
  await expect(run({ arrival_from: "2026-12-31", arrival_to: "2026-12-01" })).rejects.toThrow(
    /arrival_from.*arrival_to/,
  );
  await expect(run({ departure_from: "2026-12-31", departure_to: "2026-12-01" })).rejects.toMatchObject({
    code: "invalid_request",
  });
});

test("reads several by id, whatever their status, and says which are not there", async () => {
  const upstream = fakeUpstream({
    "/reservations/1": one(reservation(1, { status: "cancelled" })),
    "/reservations/2": one(reservation(2)),
  });
  const answer = await runTool(getBookings, upstream, { ids: [1, 2, 9, 1], sort: "arrival_asc" });
  expect(idsOf(answer)).toEqual([1, 2]);
  expect([answer.missing_ids, answer.total, upstream.calls.length]).toEqual([[9], 2, 3]);
});
