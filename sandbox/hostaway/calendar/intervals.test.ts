import { expect, test } from "vitest";
import { z } from "zod";
import { addDays } from "#sandbox/hostaway/dates.ts";
import { type Caller, newHouse } from "#sandbox/testing.ts";

const Calendar = z.object({ result: z.array(z.looseObject({ date: z.string(), price: z.number() })) });

async function prices(caller: Caller, id: number, endDate: string): Promise<number[]> {
  const { body } = await caller.get(`/listings/${id}/calendar?startDate=2031-03-01&endDate=${endDate}`);
  return Calendar.parse(body).result.map(({ price }) => price);
}

const night = (index: number, price: number) => {
  const date = addDays("2031-03-01", index);
  return { startDate: date, endDate: date, price };
};

test("intervals are applied in their order, and the answer is empty", async () => {
  const { caller, id } = await newHouse();
  const intervals = [
    { startDate: "2031-03-01", endDate: "2031-03-03", price: 150 },
    { startDate: "2031-03-03", endDate: "2031-03-04", price: 90, minimumStay: 4 },
  ];
  const answer = await caller.put(`/listings/${id}/calendarIntervals`, intervals);
  expect(answer).toMatchObject({ status: 200, body: { status: "success", result: [] } });
  expect(await prices(caller, id, "2031-03-05")).toEqual([150, 150, 90, 90, 120]);
});

test("two hundred intervals are taken, one more is too many", async () => {
  const { caller, id } = await newHouse();
  const many = (count: number) => Array.from({ length: count }, (_, index) => night(index, 200 + index));
  expect((await caller.put(`/listings/${id}/calendarIntervals`, many(201))).status).toBe(400);
  expect(await prices(caller, id, "2031-03-01")).toEqual([120]);
  expect((await caller.put(`/listings/${id}/calendarIntervals`, many(200))).status).toBe(200);
  expect((await prices(caller, id, addDays("2031-03-01", 199))).at(-1)).toBe(399);
});

test("one interval that is wrong leaves the calendar as it was", async () => {
  const { caller, id } = await newHouse();
  for (const wrong of [
    { ...night(1, 1), endDate: "2031-02-01" },
    { ...night(1, -1) },
    { startDate: "2031-03-02", price: 3 },
    { ...night(1, 3), isAvailable: 2 },
  ]) {
    expect((await caller.put(`/listings/${id}/calendarIntervals`, [night(0, 99), wrong])).status).toBe(400);
  }
  expect((await caller.put(`/listings/${id}/calendarIntervals`, [])).status).toBe(400);
  expect((await caller.put(`/listings/${id}/calendarIntervals`, night(0, 99))).status).toBe(400);
  expect(await prices(caller, id, "2031-03-02")).toEqual([120, 120]);
});

test("an archived or locked listing refuses intervals", async () => {
  const { caller, id } = await newHouse();
  await caller.set({ lockedListings: [id] });
  expect((await caller.put(`/listings/${id}/calendarIntervals`, [night(0, 99)])).status).toBe(403);
  await caller.set({ lockedListings: [] });
  await caller.put(`/listings/${id}`, { specialStatus: "archived" });
  expect(await caller.put(`/listings/${id}/calendarIntervals`, [night(0, 99)])).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining("archived") },
  });
});
