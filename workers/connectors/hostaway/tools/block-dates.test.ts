import { expect, test } from "vitest";
import { blocked, booked, fakeHouses } from "../fake-houses.ts";
import { applyWrite, getStep, lookBack, planWrite } from "../fake-write.ts";
import { blockDates } from "./block-dates.ts";

const days = { property_id: 7, start_date: "2026-12-07", end_date: "2026-12-09" };

test("nights are blocked with a note, and their revenue is at stake", async () => {
  const upstream = fakeHouses({ id: 7, days: { "2026-12-08": blocked } });
  const plan = await planWrite(blockDates, upstream, { ...days, note: "Painter" });
  expect(plan.money).toMatchObject([{ currency: "USD", before: 200, after: 0 }]);
  expect(plan.summary).toBe("Blocks 3 nights in the calendar of property 7 (House 7).");
  const step = getStep(plan);
  const result = await applyWrite(blockDates, upstream, step.change);
  expect(upstream.readDay(7, "2026-12-09")).toMatchObject({ isAvailable: 0, note: "Painter" });
  const { now, reverse } = await lookBack(blockDates, upstream, step, result);
  expect(now).toEqual(step.after);
  if (reverse === null) throw new Error("Expected a way back.");
  await applyWrite(blockDates, upstream, reverse);
  expect(upstream.readDay(7, "2026-12-07")).toMatchObject({ isAvailable: 1 });
  expect(upstream.readDay(7, "2026-12-08")).toMatchObject({ isAvailable: 0 });
});

test("a block over a booking is refused with the booking named, and without the guest's name", async () => {
  const upstream = fakeHouses({ id: 7, days: booked(501, "2026-12-08", "2026-12-12") });
  await expect(planWrite(blockDates, upstream, days)).rejects.toMatchObject({
    code: "conflict",
    message:
      "The nights 2026-12-08..2026-12-09 are held by booking 501 (2026-12-08 to 2026-12-12). Leave them out, or move or cancel the booking first.",
  });
});

test("an unavailable night that nobody is known to have blocked counts as booked", async () => {
  const upstream = fakeHouses({ id: 7, days: { "2026-12-08": { isAvailable: 0, status: null } } });
  await expect(planWrite(blockDates, upstream, days)).rejects.toMatchObject({
    message: expect.stringMatching(/2026-12-08 are booked/),
  });
});

test("a booking that came since shows when the block is read back", async () => {
  const upstream = fakeHouses({ id: 7 });
  const step = getStep(await planWrite(blockDates, upstream, days));
  await applyWrite(blockDates, upstream, step.change);
  upstream.change(7, "2026-12-08", booked(501, "2026-12-08", "2026-12-09")["2026-12-08"] ?? {});
  expect((await lookBack(blockDates, upstream, step, {})).now).toMatchObject({
    "2026-12-08": { availability: "booked" },
  });
});

test("of a property with units, none is for sale any more, and an undo offers as many as before", async () => {
  const units = { countAvailableUnits: 4, desiredUnitsToSell: 3 };
  const upstream = fakeHouses({
    id: 7,
    days: { "2026-12-07": units, "2026-12-08": { countAvailableUnits: 4 } },
  });
  const step = getStep(await planWrite(blockDates, upstream, { ...days, end_date: "2026-12-08" }));
  expect(step.before).toEqual({ "2026-12-07": { units_to_sell: 3 }, "2026-12-08": { units_to_sell: 4 } });
  expect(step.after).toEqual({ "2026-12-07..2026-12-08": { units_to_sell: 0 } });
  await applyWrite(blockDates, upstream, step.change);
  expect(upstream.writes()).toMatchObject([{ body: [{ desiredUnitsToSell: 0 }] }]);
});
