import { expect, test } from "vitest";
import { AppError } from "#errors.ts";
import { fakeUpstream, listing, one, reservation } from "../fake-upstream.ts";
import { applyWrite, getStep, lookBack, planWrite } from "../fake-write.ts";
import { createBooking } from "./create-booking.ts";

const stay = {
  property_id: 7,
  arrival_date: "2026-12-10",
  departure_date: "2026-12-13",
  guests: 2,
  guest_name: "Ann Lee Example",
};
const night = (date: string, fields: object = {}) => ({
  date,
  isAvailable: 1,
  status: "available",
  price: 250,
  ...fields,
});
const nights = ["2026-12-10", "2026-12-11", "2026-12-12", "2026-12-13"];
const components = [{ name: "baseRate", type: "price", value: 750, total: 750 }];

const house = (fields: object = {}, days: object[] = nights.map((date) => night(date))) => ({
  "/listings/7": one(listing(7, fields)),
  "/listings/7/calendar": { status: "success", result: days },
  "/listings/7/calendar/priceDetails": one({ totalPrice: 810, components }),
});
const taken = nights.map((date) =>
  night(date, date === "2026-12-11" ? { isAvailable: 0, status: "reserved" } : {}),
);

test("says what the stay costs by Hostaway's price and sends that with its lines", async () => {
  const created = reservation(900, { guestName: stay.guest_name, totalPrice: 810, listingMapId: 7 });
  const upstream = fakeUpstream({ ...house(), "POST /reservations": one(created) });
  const plan = await planWrite(createBooking, upstream, stay);
  expect(plan.summary).toBe(
    "Books House 7 for Ann Lee Example from 2026-12-10 to 2026-12-13: 3 nights, 2 guests, 810 USD.",
  );
  expect(plan.money).toEqual([{ what: "Price of the booking", currency: "USD", before: null, after: 810 }]);
  expect(plan.warnings).toEqual([]);
  expect(
    upstream.calls.every(({ request }) => (request.method ?? "GET") === "GET" || request.readsOnly),
  ).toBe(true);

  const step = getStep(plan);
  const result = await applyWrite(createBooking, upstream, step.change);
  const sent = upstream.calls.at(-1);
  expect(sent?.request.body).toMatchObject({
    channelId: 2000,
    listingMapId: 7,
    guestFirstName: "Ann",
    guestLastName: "Lee Example",
    totalPrice: 810,
    currency: "USD",
    financeField: components,
  });
  expect(sent?.query).toEqual({});
  expect(result).toMatchObject({ booking_id: 900 });
});

test("reads house and calendar as they are now", async () => {
  const upstream = fakeUpstream(house());
  await planWrite(createBooking, upstream, stay);
  const get = (path: string) => upstream.calls.find((call) => call.path === path)?.request;
  expect(get("/listings/7")).toMatchObject({ fresh: true });
  expect(get("/listings/7/calendar")?.cacheSeconds).toBeUndefined();
});

test("a price of one's own goes without Hostaway's lines, and both are shown", async () => {
  const plan = await planWrite(createBooking, fakeUpstream(house()), { ...stay, total_price: 500 });
  expect(plan.money).toEqual([
    { what: "Price of the booking", currency: "USD", before: null, after: 500 },
    { what: "Hostaway's price, not taken", currency: "USD", before: 810, after: null },
  ]);
  expect(getStep(plan).change).not.toHaveProperty("body.financeField");
});

test("without any price from Hostaway one has to be given", async () => {
  const routes = {
    ...house(),
    "/listings/7/calendar/priceDetails": () => {
      throw new AppError("upstream_rejected");
    },
  };
  await expect(planWrite(createBooking, fakeUpstream(routes), stay)).rejects.toThrow(/total_price/);
  const plan = await planWrite(createBooking, fakeUpstream(routes), { ...stay, total_price: 500 });
  expect(getStep(plan).after).toMatchObject({ total_price: 500 });
});

test("refuses taken nights unless overbooking is asked for, and then warns", async () => {
  const upstream = fakeUpstream({ ...house({}, taken), "POST /reservations": one(reservation(900)) });
  await expect(planWrite(createBooking, upstream, stay)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringMatching(/1 night not available.*check_availability.*force_overbooking/),
  });
  const plan = await planWrite(createBooking, upstream, { ...stay, force_overbooking: true });
  expect(plan.warnings).toEqual(["Overbooking: 1 night not available."]);
  await applyWrite(createBooking, upstream, getStep(plan).change);
  expect(upstream.calls.at(-1)?.query).toEqual({ forceOverbooking: 1 });
});

test("a minimum stay is a warning, since it is the host's own rule", async () => {
  const days = nights.map((date) => night(date, { minimumStay: 5 }));
  const plan = await planWrite(createBooking, fakeUpstream(house({}, days)), stay);
  expect(plan.warnings).toEqual(["The minimum stay on arrival is 5 nights."]);
});

test.each([
  ["more guests than it takes", { guests: 7 }, {}, /sleeps 6, not 7/],
  ["an archived property", {}, { specialStatus: "archived" }, /archived/],
  ["a property without a currency", {}, { currencyCode: null }, /no currency/],
  ["dates in the past", { arrival_date: "2026-11-01", departure_date: "2026-11-04" }, {}, /past/],
  ["no nights", { departure_date: "2026-12-10" }, {}, /after the arrival/],
])("refuses %s, also when overbooking", async (_, args, fields, message) => {
  const upstream = fakeUpstream(house(fields));
  const planning = planWrite(createBooking, upstream, { ...stay, force_overbooking: true, ...args });
  await expect(planning).rejects.toMatchObject({
    code: "invalid_request",
    message: expect.stringMatching(message),
  });
});

test("is undone by cancelling it, and a cancellation is the end of it", async () => {
  const booked = { listingMapId: 7, guestName: stay.guest_name, totalPrice: 810 };
  const upstream = fakeUpstream({
    ...house(),
    "/reservations": one(reservation(900, booked)),
    "/reservations/900": one(reservation(900, booked)),
    "/reservations/900/statuses/cancelled": one(reservation(900, { ...booked, status: "cancelled" })),
  });
  const step = getStep(await planWrite(createBooking, upstream, stay));
  const result = await applyWrite(createBooking, upstream, step.change);
  const { now, reverse } = await lookBack(createBooking, upstream, step, result);
  expect(now).toEqual(step.after);
  expect(reverse).toEqual({ kind: "cancel", booking_id: 900 });
  if (reverse)
    expect(await applyWrite(createBooking, upstream, reverse)).toMatchObject({ status: "cancelled" });
});

test("one that somebody cancelled meanwhile counts as gone", async () => {
  const upstream = fakeUpstream({
    ...house(),
    "/reservations/900": one(reservation(900, { status: "cancelled" })),
  });
  const step = getStep(await planWrite(createBooking, upstream, stay));
  expect((await lookBack(createBooking, upstream, step, { booking_id: 900 })).now).toBeNull();
});
