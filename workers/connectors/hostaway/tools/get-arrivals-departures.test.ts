import { expect, test } from "vitest";
import { cursorList, fakeUpstream, listing, NOW, pagedList, reservation, runTool } from "../fake-upstream.ts";
import { getArrivalsDepartures } from "./get-arrivals-departures.ts";

const account = (reservations: { id: number }[], listings = [listing(1)]) =>
  fakeUpstream({ "/reservations": cursorList(reservations), "/listings": pagedList(listings) });

const stay = (id: number, arrivalDate: string, departureDate: string, fields: object = {}) =>
  reservation(id, { arrivalDate, departureDate, ...fields });

const day = { from_date: "2026-11-25" };

test("marks a departure and an arrival of two bookings in one property on one day", async () => {
  const rows = [
    stay(1, "2026-11-20", "2026-11-25"),
    stay(2, "2026-11-25", "2026-11-28"),
    stay(3, "2026-11-25", "2026-11-27", { listingMapId: 2, listingName: "House 2" }),
    stay(4, "2026-11-24", "2026-11-26"),
  ];
  const answer = await runTool(getArrivalsDepartures, account(rows), day);
  expect(
    answer.movements.map(({ kind, booking_id, same_day_turnover }) => [kind, booking_id, same_day_turnover]),
  ).toEqual([
    ["departure", 1, true],
    ["arrival", 2, true],
    ["arrival", 3, undefined],
  ]);
  expect(answer).toMatchObject({ arrivals: 2, departures: 1, turnovers: 1 });
});

test("owners and those who have yet to pay come too; the cancelled and the undecided do not", async () => {
  const statuses = ["modified", "ownerStay", "awaitingPayment", "cancelled", "inquiry", "pending", "expired"];
  const rows = statuses.map((status, index) => stay(index + 1, "2026-11-25", "2026-11-28", { status }));
  const { movements } = await runTool(getArrivalsDepartures, account(rows), day);
  expect(movements.map(({ status }) => status)).toEqual(["modified", "ownerStay", "awaitingPayment"]);
});

test("a stay without nights comes and goes on its day and is no turnover; one without dates does neither", async () => {
  const rows = [
    stay(1, "2026-11-25", "2026-11-25", { nights: 0 }),
    stay(2, "2026-11-25", "2026-11-26", { isDatesUnspecified: 1 }),
  ];
  const answer = await runTool(getArrivalsDepartures, account(rows), day);
  expect(answer).toMatchObject({ arrivals: 1, departures: 1, turnovers: 0 });
});

test("today is the date at each property", async () => {
  // At noon in London on the 22nd it is already the 23rd on Kiritimati.
  expect(new Date(NOW).toISOString()).toContain("2026-11-22T12");
  const listings = [
    listing(1, { timeZoneName: "Europe/London" }),
    listing(2, { timeZoneName: "Pacific/Kiritimati" }),
    listing(3, { timeZoneName: "Nowhere/Land" }),
  ];
  const rows = [1, 2, 3].flatMap((property) => [
    stay(property * 10, "2026-11-22", "2026-11-30", { listingMapId: property }),
    stay(property * 10 + 1, "2026-11-23", "2026-11-30", { listingMapId: property }),
  ]);
  const { movements } = await runTool(getArrivalsDepartures, account(rows, listings), {});
  expect(movements.map(({ booking_id }) => booking_id).toSorted()).toEqual([10, 21, 30]);
});

test("pages without repeating, and counts all days whatever page it is", async () => {
  const rows = Array.from({ length: 30 }, (_, index) => stay(index + 1, "2026-11-25", "2026-11-26"));
  const upstream = account(rows);
  const range = { from_date: "2026-11-25", to_date: "2026-11-26", limit: 25 };
  const first = await runTool(getArrivalsDepartures, upstream, range);
  const second = await runTool(getArrivalsDepartures, upstream, { ...range, cursor: first.next_cursor });
  const third = await runTool(getArrivalsDepartures, upstream, { ...range, cursor: second.next_cursor });
  const seen = [first, second, third].flatMap(({ movements }) =>
    movements.map(({ kind, booking_id }) => `${kind} ${booking_id}`),
  );
  expect([seen.length, new Set(seen).size, third.arrivals, third.departures]).toEqual([60, 60, 30, 30]);
  expect(third.next_cursor).toBeUndefined();
});

test.each([
  { from_date: "2026-12-31", to_date: "2026-12-01" },
  { from_date: "2026-12-01", to_date: "2027-01-01" },
  { to_date: "2026-12-01" },
])("refuses dates that make no sense: %o", async (args) => {
  await expect(runTool(getArrivalsDepartures, account([]), args)).rejects.toMatchObject({
    code: "invalid_request",
  });
});
