import { expect, test } from "vitest";
import { blocked, booked, fakeHouses } from "../fake-houses.ts";
import { applyWrite, getStep, lookBack, planWrite } from "../fake-write.ts";
import { unblockDates } from "./unblock-dates.ts";

const days = { property_id: 7, start_date: "2026-12-07", end_date: "2026-12-10" };

test("only what is blocked is freed: nights of a booking are never sent", async () => {
  const upstream = fakeHouses({
    id: 7,
    days: { "2026-12-07": blocked, ...booked(501, "2026-12-08", "2026-12-09"), "2026-12-10": blocked },
  });
  const plan = await planWrite(unblockDates, upstream, days);
  expect(plan.warnings).toEqual([
    "Not freed, because bookings hold them: 1 night.",
    "That way already and left alone: 1 night.",
  ]);
  expect(plan.money).toMatchObject([{ before: 0, after: 200 }]);
  const step = getStep(plan);
  await applyWrite(unblockDates, upstream, step.change);
  expect(upstream.writes()[0]?.body).toEqual([
    { startDate: "2026-12-07", endDate: "2026-12-07", isAvailable: 1 },
    { startDate: "2026-12-10", endDate: "2026-12-10", isAvailable: 1 },
  ]);
  const { now, reverse } = await lookBack(unblockDates, upstream, step, {});
  expect(now).toEqual(step.after);
  expect(reverse?.nights).toEqual({
    "2026-12-07": { availability: "blocked" },
    "2026-12-10": { availability: "blocked" },
  });
});

test("with nothing blocked there is nothing to do", async () => {
  expect((await planWrite(unblockDates, fakeHouses({ id: 7 }), days)).steps).toEqual([]);
});

test("all units of a property with several are offered again", async () => {
  const units = { countAvailableUnits: 4, desiredUnitsToSell: 0, isAvailable: 0, status: "blocked" };
  const upstream = fakeHouses({ id: 7, days: { "2026-12-07": units } });
  const step = getStep(await planWrite(unblockDates, upstream, { ...days, end_date: "2026-12-07" }));
  expect(step.after).toEqual({ "2026-12-07": { units_to_sell: 4 } });
});
