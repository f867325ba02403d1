import { expect, test } from "vitest";
import { cursorList, fakeUpstream, listing, pagedList, reservation, runTool } from "../fake-upstream.ts";
import { getInHouseGuests } from "./get-in-house-guests.ts";

const stay = (id: number, arrivalDate: string, departureDate: string, fields: object = {}) =>
  reservation(id, { arrivalDate, departureDate, ...fields });

const account = (reservations: { id: number }[]) =>
  fakeUpstream({
    "/reservations": cursorList(reservations),
    "/listings": pagedList([listing(1), listing(2, { timeZoneName: "Pacific/Kiritimati" })]),
  });

const rows = [
  stay(1, "2026-11-20", "2026-11-22"),
  stay(2, "2026-11-22", "2026-11-25"),
  stay(3, "2026-11-20", "2026-11-23", { status: "ownerStay", numberOfGuests: null }),
  stay(4, "2026-11-22", "2026-11-22"),
  stay(5, "2026-11-20", "2026-11-25", { status: "cancelled" }),
  stay(6, "2026-11-20", "2026-11-25", { isDatesUnspecified: 1 }),
  stay(7, "2026-11-22", "2026-11-23", { listingMapId: 2, listingName: "House 2" }),
];

test("who sleeps there that night is in house, with the nights that are left", async () => {
  const answer = await runTool(getInHouseGuests, account(rows), { date: "2026-11-22" });
  expect(answer.guests.map(({ id, nights_left }) => [id, nights_left])).toEqual([
    [2, 3],
    [3, 1],
    [7, 1],
  ]);
  expect([answer.total, answer.people]).toEqual([3, 4]);
});

test("tonight is a different night where it is tomorrow already", async () => {
  const { guests } = await runTool(getInHouseGuests, account(rows), {});
  expect(guests.map(({ id }) => id)).toEqual([2, 3]);
});

test("asks for one property only, and checks that", async () => {
  const upstream = account(rows);
  const { guests } = await runTool(getInHouseGuests, upstream, { date: "2026-11-22", property_id: 2 });
  expect(guests.map(({ id }) => id)).toEqual([7]);
  expect(upstream.calls[0]?.query.listingId).toBe(2);
});
