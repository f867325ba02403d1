import { expect, test } from "vitest";
import { z } from "zod";
import { type Caller, callerOf, newCaller } from "#sandbox/testing.ts";

const Calendar = z.object({ result: z.array(z.looseObject({ date: z.string(), status: z.string() })) });
const listing = { name: "House", price: 120, minNights: 2, maxNights: 30, currencyCode: "EUR" };

async function emptyHouse(): Promise<{ caller: Caller; id: number; path: string }> {
  const caller = await newCaller("empty");
  await caller.inject("listings", listing);
  const [id = 0] = (await caller.list("/listings")).ids;
  return { caller, id, path: `/listings/${id}/calendar` };
}

async function days(caller: Caller, path: string) {
  return Calendar.parse((await caller.get(path)).body).result;
}

const statusesOf = (result: Awaited<ReturnType<typeof days>>) => result.map(({ status }) => status);

test("an untouched day follows the listing, and both ends of the range are included", async () => {
  const { caller, path } = await emptyHouse();
  const result = await days(caller, `${path}?startDate=2027-03-01&endDate=2027-03-03`);
  expect(result.map(({ date }) => date)).toEqual(["2027-03-01", "2027-03-02", "2027-03-03"]);
  expect(result[0]).toEqual({
    id: expect.any(Number),
    date: "2027-03-01",
    isAvailable: 1,
    isProcessed: 1,
    status: "available",
    price: 120,
    minimumStay: 2,
    maximumStay: 30,
    closedOnArrival: 0,
    closedOnDeparture: 0,
    note: null,
    reservations: [],
  });
  await caller.set({ inclusiveCalendarEnd: false });
  expect(await days(caller, `${path}?startDate=2027-03-01&endDate=2027-03-03`)).toHaveLength(2);
});

test("without dates the calendar begins today", async () => {
  const { caller, path } = await emptyHouse();
  expect(await days(caller, path)).toHaveLength(31);
  await caller.set({ calendarDefaultDays: 6 });
  const week = await days(caller, path);
  expect([week.length, week[0]?.date]).toEqual([7, new Date().toISOString().slice(0, 10)]);
});

test("a stay takes its nights and leaves the day of departure", async () => {
  const { caller, id, path } = await emptyHouse();
  const stay = {
    listingMapId: id,
    arrivalDate: "2027-03-02",
    departureDate: "2027-03-04",
    guestName: "Ann Lee",
  };
  await caller.inject("reservations", stay);
  const range = `${path}?startDate=2027-03-01&endDate=2027-03-04`;
  expect(statusesOf(await days(caller, range))).toEqual(["available", "reserved", "reserved", "available"]);
  const withStays = await days(caller, `${range}&includeResources=1`);
  expect(withStays[1]).toMatchObject({ isAvailable: 0, reservations: [{ guestName: "Ann Lee", nights: 2 }] });
  expect(withStays[3]?.reservations).toEqual([]);
});

for (const [status, day] of [
  ["new", "reserved"],
  ["modified", "reserved"],
  ["ownerStay", "reserved"],
  ["awaitingPayment", "reserved"],
  ["awaitingGuestVerification", "reserved"],
  ["pending", "pending"],
  ["cancelled", "available"],
  ["inquiry", "available"],
]) {
  test(`a night of a reservation that is ${status} is ${day}`, async () => {
    const { caller, id, path } = await emptyHouse();
    const stay = { listingMapId: id, arrivalDate: "2027-03-02", departureDate: "2027-03-03", status };
    await caller.inject("reservations", stay);
    expect(statusesOf(await days(caller, `${path}?startDate=2027-03-02&endDate=2027-03-02`))).toEqual([day]);
  });
}

test("a change covers both ends, touches only what it names and is answered with its days", async () => {
  const { caller, path } = await emptyHouse();
  await caller.put(path, { startDate: "2027-03-02", endDate: "2027-03-03", price: 150, note: "Fair" });
  const { body } = await caller.put(path, { startDate: "2027-03-03", endDate: "2027-03-03", isAvailable: 0 });
  expect(Calendar.parse(body).result).toMatchObject([
    { date: "2027-03-03", status: "blocked", isAvailable: 0, price: 150 },
  ]);
  const range = `${path}?startDate=2027-03-01&endDate=2027-03-04`;
  const result = await days(caller, range);
  expect(statusesOf(result)).toEqual(["available", "available", "blocked", "available"]);
  expect(result.map(({ price }) => price)).toEqual([120, 150, 150, 120]);
  expect(result.map(({ note }) => note)).toEqual([null, "Fair", "Fair", null]);
  await caller.put(path, { startDate: "2027-03-03", endDate: "2027-03-03", isAvailable: 1 });
  expect(statusesOf(await days(caller, range))[2]).toBe("available");
});

test("every value of a day can be set", async () => {
  const { caller, path } = await emptyHouse();
  const values = {
    price: 80,
    minimumStay: 5,
    maximumStay: 9,
    closedOnArrival: 1,
    closedOnDeparture: 1,
    isProcessed: 0,
  };
  await caller.put(path, { startDate: "2027-05-01", endDate: "2027-05-01", ...values });
  expect(await days(caller, `${path}?startDate=2027-05-01&endDate=2027-05-01`)).toMatchObject([values]);
});

test("a change that makes no sense is refused", async () => {
  const { caller, path } = await emptyHouse();
  for (const wrong of [
    { startDate: "2027-03-02", endDate: "2027-03-01", price: 1 },
    { startDate: "2027-03-02", price: 1 },
    { startDate: "02.03.2027", endDate: "2027-03-03", price: 1 },
    { startDate: "2027-03-02", endDate: "2027-03-02", price: -1 },
    { startDate: "2027-03-02", endDate: "2027-03-02", minimumStay: 0 },
  ]) {
    expect(await caller.put(path, wrong)).toMatchObject({ status: 400, body: { status: "fail" } });
  }
});

test("an archived listing refuses changes of its calendar and bookings", async () => {
  const { caller, id, path } = await emptyHouse();
  await caller.put(`/listings/${id}`, { specialStatus: "archived" });
  const change = { startDate: "2027-03-02", endDate: "2027-03-02", price: 10 };
  expect(await caller.put(path, change)).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining("archived") },
  });
  const stay = { listingMapId: id, arrivalDate: "2027-03-02", departureDate: "2027-03-04" };
  expect((await caller.inject("reservations", stay)).status).toBe(400);
});

test("many units sell until the last is taken, or until fewer are wanted for sale", async () => {
  const caller = await newCaller("demo");
  const { ids } = await caller.list("/listings?match=four%20rooms");
  const id = ids[0] ?? 0;
  const path = `/listings/${id}/calendar`;
  const [date, next] = ["2029-06-01", "2029-06-02"];
  const book = () =>
    caller.inject("reservations", { listingMapId: id, arrivalDate: date, departureDate: next });
  const units = await caller.get(`/listingUnits/${id}`);
  expect(units.body).toMatchObject({ result: [{ name: expect.any(String), unitNumber: "1" }, {}, {}, {}] });
  const tonight = async () => (await days(caller, `${path}?startDate=${date}&endDate=${date}`))[0];

  await book();
  expect(await tonight()).toMatchObject({
    status: "available",
    countAvailableUnits: 4,
    availableUnitsToSell: 3,
    countBlockingReservations: 1,
    countBlockedUnits: 0,
  });
  await caller.put(path, { startDate: date, endDate: date, desiredUnitsToSell: 1 });
  expect(await tonight()).toMatchObject({
    availableUnitsToSell: 1,
    countBlockedUnits: 2,
    desiredUnitsToSell: 1,
  });
  await caller.put(path, { startDate: date, endDate: date, desiredUnitsToSell: 0 });
  expect(await tonight()).toMatchObject({ isAvailable: 0, availableUnitsToSell: 0 });
  await caller.put(path, { startDate: date, endDate: date, desiredUnitsToSell: 4 });
  for (let room = 0; room < 3; room++) expect((await book()).status).toBe(201);
  expect(await tonight()).toMatchObject({ isAvailable: 0, status: "reserved", countBlockingReservations: 4 });
  expect((await book()).status).toBe(400);
});

test("ordinary listings have no units", async () => {
  const caller = await callerOf("10001");
  expect((await caller.get("/listingUnits/40160")).body).toEqual({ status: "success", result: [] });
});
