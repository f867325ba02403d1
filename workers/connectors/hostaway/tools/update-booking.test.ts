import { expect, test } from "vitest";
import { AppError } from "#errors.ts";
import { fakeUpstream, listing, one, reservation } from "../fake-upstream.ts";
import { applyWrite, getStep, lookBack, planWrite } from "../fake-write.ts";
import { updateBooking } from "./update-booking.ts";

const direct = { channelId: 2000, channelName: "direct" };
const days = (from: number, to: number, taken: number[] = []) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index).map((day) => ({
    date: `2026-12-${day}`,
    isAvailable: taken.includes(day) ? 0 : 1,
    status: taken.includes(day) ? "reserved" : "available",
    price: 200,
  }));

/** Booked from 10 to 13 December, so that these nights are taken. */
const booked = (fields: object = {}, taken = [10, 11, 12]) => ({
  "/reservations/501": one(reservation(501, { ...direct, ...fields })),
  "PUT /reservations/501": (_: unknown, body: object) => one(reservation(501, { ...direct, ...body })),
  "/listings/1": one(listing(1)),
  "/listings/1/calendar": { status: "success", result: days(10, 20, taken) },
  "/listings/1/calendar/priceDetails": one({ totalPrice: 800, components: [] }),
});

test("sends only what changes, and says what was there", async () => {
  const upstream = fakeUpstream(booked());
  const args = { booking_id: 501, guest_email: "new@example.test", guests: 2, is_paid: true };
  const step = getStep(await planWrite(updateBooking, upstream, args));
  expect(step).toMatchObject({
    before: { guest_email: "ann@example.test", is_paid: null },
    after: { guest_email: "new@example.test", is_paid: true },
  });
  await applyWrite(updateBooking, upstream, step.change);
  expect(upstream.calls.at(-1)?.request).toMatchObject({
    method: "PUT",
    body: { guestEmail: "new@example.test", isPaid: 1 },
  });
});

test("a booking does not stand in its own way", async () => {
  const plan = await planWrite(updateBooking, fakeUpstream(booked()), {
    booking_id: 501,
    arrival_date: "2026-12-11",
    departure_date: "2026-12-15",
  });
  expect(plan.warnings).toEqual(["The price stays 600 USD; Hostaway asks 800 USD for the new dates."]);
});

test("nights of others are refused, or overbooked on demand", async () => {
  const upstream = fakeUpstream(booked({}, [10, 11, 12, 14]));
  const args = { booking_id: 501, departure_date: "2026-12-15" };
  await expect(planWrite(updateBooking, upstream, args)).rejects.toMatchObject({ code: "conflict" });
  const plan = await planWrite(updateBooking, upstream, {
    ...args,
    force_overbooking: true,
    total_price: 900,
  });
  expect(plan.warnings).toEqual(["Overbooking: 1 night not available."]);
  expect(plan.money).toEqual([{ what: "Price of the booking", currency: "USD", before: 600, after: 900 }]);
  await applyWrite(updateBooking, upstream, getStep(plan).change);
  expect(upstream.calls.at(-1)?.query).toEqual({ forceOverbooking: 1 });
});

test("the undo restores what was there, and never overbooks", async () => {
  const upstream = fakeUpstream(booked());
  const args = { booking_id: 501, departure_date: "2026-12-15", force_overbooking: true };
  const step = getStep(await planWrite(updateBooking, upstream, args));
  const { now, reverse } = await lookBack(updateBooking, upstream, step, { booking_id: 501 });
  expect(reverse).toEqual({
    booking_id: 501,
    values: { departure_date: "2026-12-13" },
    force_overbooking: false,
  });
  expect(now).toEqual({ departure_date: "2026-12-13" });
});

test("somebody in the house may stay longer, but not leave in the past", async () => {
  const upstream = fakeUpstream({
    ...booked({ arrivalDate: "2026-11-18", departureDate: "2026-11-24", nights: 6 }),
    "/listings/1/calendar": {
      status: "success",
      result: [18, 19, 20, 21, 22, 23, 24, 25].map((day) => ({
        date: `2026-11-${day}`,
        isAvailable: day < 24 ? 0 : 1,
      })),
    },
  });
  const later = { booking_id: 501, departure_date: "2026-11-25", total_price: 700 };
  await expect(planWrite(updateBooking, upstream, later)).resolves.toMatchObject({ warnings: [] });
  const past = { booking_id: 501, departure_date: "2026-11-20" };
  await expect(planWrite(updateBooking, upstream, past)).rejects.toThrow(/past/);
});

test("a cancelled booking comes back only by its status, and only if its nights are free", async () => {
  const cancelled = { status: "cancelled" };
  await expect(
    planWrite(updateBooking, fakeUpstream(booked(cancelled)), { booking_id: 501, guests: 3 }),
  ).rejects.toMatchObject({ code: "conflict", message: expect.stringMatching(/cancelled/) });
  const revive = { booking_id: 501, status: "new" as const };
  await expect(planWrite(updateBooking, fakeUpstream(booked(cancelled)), revive)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/3 nights not available/),
  });
  const plan = await planWrite(updateBooking, fakeUpstream(booked(cancelled, [])), revive);
  expect(getStep(plan)).toMatchObject({ before: { status: "cancelled" }, after: { status: "new" } });
});

test.each([
  ["nothing to change", {}, "invalid_request", /Name at least one/],
  ["what it is already", { guests: 2 }, "conflict", /like that already/],
  ["more guests than the house takes", { guests: 9 }, "invalid_request", /sleeps 6/],
  [
    "a departure before the arrival",
    { departure_date: "2026-12-09" },
    "invalid_request",
    /after the arrival/,
  ],
  ["an owner stay with money", { status: "ownerStay" as const }, "invalid_request", /no money/],
])("refuses %s", async (_, args, code, message) => {
  const planning = planWrite(updateBooking, fakeUpstream(booked()), { booking_id: 501, ...args });
  await expect(planning).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});

test("an owner stay is given no price, and one that has a price can be changed otherwise", async () => {
  const upstream = fakeUpstream(booked({ status: "ownerStay" }));
  await expect(
    planWrite(updateBooking, upstream, { booking_id: 501, total_price: 500 }),
  ).rejects.toMatchObject({ code: "invalid_request", message: expect.stringMatching(/no money/) });
  for (const args of [
    { total_price: 0 },
    { guest_name: "Bea" },
    { status: "new" as const, total_price: 500 },
  ]) {
    await expect(planWrite(updateBooking, upstream, { booking_id: 501, ...args })).resolves.toBeDefined();
  }
});

test("warns that a channel may refuse, and that the lines of the price stay", async () => {
  const fields = {
    channelId: 2018,
    channelName: "airbnbOfficial",
    financeField: [{ name: "baseRate", total: 600 }],
  };
  const upstream = fakeUpstream(booked(fields));
  const plan = await planWrite(updateBooking, upstream, { booking_id: 501, total_price: 500 });
  expect(plan.warnings).toEqual([
    "It came from airbnb, which may refuse this and does not hear of it otherwise.",
    "The lines that make up the price stay as they are, and no longer add up to it.",
  ]);
});

test("no price from Hostaway is no reason to refuse new dates", async () => {
  const upstream = fakeUpstream({
    ...booked(),
    "/listings/1/calendar/priceDetails": () => {
      throw new AppError("upstream_rejected");
    },
  });
  const args = { booking_id: 501, departure_date: "2026-12-15" };
  await expect(planWrite(updateBooking, upstream, args)).resolves.toMatchObject({ warnings: [] });
});
