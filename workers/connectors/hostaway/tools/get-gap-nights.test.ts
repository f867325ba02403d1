import { expect, test } from "vitest";
import { addDays, toDate } from "../dates.ts";
import { fakeUpstream, listing, NOW, one, runTool } from "../fake-upstream.ts";
import { getGapNights } from "./get-gap-nights.ts";

/** Taken and free nights in turn, free ones on even dates. */
const days = Array.from({ length: 20 }, (_, index) => {
  const date = addDays("2026-11-18", index);
  return { date, isAvailable: index % 2 === 0 ? 1 : 0, status: "available", price: 100, minimumStay: 1 };
});

const findFirst = async (timeZoneName: string, args: object = {}) => {
  const upstream = fakeUpstream({
    "/listings/1": one(listing(1, { timeZoneName })),
    "/listings/1/calendar": one(days),
  });
  const { gaps } = await runTool(getGapNights, upstream, { property_id: 1, ...args });
  return gaps[0];
};

test("today is what it is at the property", async () => {
  expect(toDate(NOW)).toBe("2026-11-22");
  expect(await findFirst("America/New_York")).toMatchObject({
    from: "2026-11-22",
    why: expect.stringContaining("in 0 days:"),
  });
  expect(await findFirst("Pacific/Auckland")).toMatchObject({
    from: "2026-11-24",
    why: expect.stringContaining("in 1 day:"),
  });
});

test("nights of the past are left out, however early the start", async () => {
  const args = { start_date: "2026-11-01", end_date: "2026-12-01" };
  expect(await findFirst("America/New_York", args)).toMatchObject({ from: "2026-11-22" });
});
