import { expect, test } from "vitest";
import { bookedHouse, lines } from "./testing.ts";

test("the finance lines of a reservation are read by name, and calculated with", async () => {
  const { caller, reservation } = await bookedHouse();
  expect((await caller.list(`/financeField/${reservation.id}`)).rows).toMatchObject(lines);
  expect(await caller.single(`/financeStandardField/reservation/${reservation.id}`)).toMatchObject({
    reservationId: reservation.id,
    baseRate: 300,
    cleaningFeeValue: 50,
    hotelTax: 35,
    hostChannelFee: 60,
    vat: null,
    manuallySetFields: "[]",
  });
  const { rows: calculated } = await caller.list(`/financeCalculatedField/reservation/${reservation.id}`);
  const results = Object.fromEntries(calculated.map((row) => [row.formulaName, row.formulaResult]));
  expect(results).toEqual({
    rentalRevenue: 300,
    totalGuestFees: 50,
    totalTax: 35,
    subTotalPrice: 350,
    pmCommission: 48,
    ownerPayout: 192,
  });
  expect((await caller.get("/financeCustomFormula")).body).toMatchObject({
    count: "6",
    offset: null,
    result: expect.arrayContaining([expect.objectContaining({ formulaName: "ownerPayout", channelIds: [] })]),
  });
});

test("a changed line moves the total price and the reservation", async () => {
  const { caller, reservation } = await bookedHouse();
  const path = `/financeField/${reservation.id}`;
  const change = { value: 70, isOverriddenByUser: 1 };
  expect(await caller.written("PUT", `${path}/2`, change)).toMatchObject({
    name: "cleaningFee",
    total: 70,
    ...change,
  });
  expect(await caller.single(`/reservations/${reservation.id}`)).toMatchObject({ totalPrice: 405 });
  expect((await caller.put(`${path}/9`, change)).status).toBe(404);
  expect((await caller.put(`${path}/2`, { value: "much" })).status).toBe(400);
});

test("an account without financial reporting is told so, without a word that sounds like authentication", async () => {
  const { caller, reservation } = await bookedHouse();
  await caller.set({ financeEnabled: false });
  const refusals = [
    await caller.get(`/financeField/${reservation.id}`),
    await caller.get("/ownerStatements"),
    await caller.form("/finance/report/standard", new URLSearchParams()),
  ];
  expect(refusals.map(({ status }) => status)).toEqual([403, 403, 403]);
  expect(JSON.stringify(refusals)).not.toMatch(/token|expired|unauthor|authenti|scope/i);
});

test("an expense is checked, told from an extra, and its new categories are made", async () => {
  const { caller, id, reservation } = await bookedHouse();
  const plumber = { concept: "Plumber", amount: -80.5, expenseDate: "2031-03-06", listingMapId: id };
  const made = await caller.written("POST", "/expenses", {
    ...plumber,
    categoriesNames: ["Repairs", "Urgent"],
  });
  expect(made).toMatchObject({
    ...plumber,
    type: "expense",
    listingName: "House",
    categories: [1, 2],
    guestName: null,
  });
  const changed = await caller.written("PUT", `/expenses/${made.id}`, {
    amount: 20,
    reservationId: reservation.id,
  });
  expect(changed).toMatchObject({
    type: "extra",
    concept: "Plumber",
    guestName: "Ann Lee",
    categories: [1, 2],
  });
  for (const wrong of [
    { ...plumber, concept: "" },
    { ...plumber, concept: "x".repeat(256) },
    { ...plumber, amount: 0 },
    { ...plumber, amount: undefined },
    { ...plumber, expenseDate: "soon" },
    { ...plumber, listingMapId: 1 },
    { ...plumber, reservationId: 1 },
    { ...plumber, categories: [77] },
  ]) {
    expect((await caller.post("/expenses", wrong)).status, JSON.stringify(wrong)).toBe(400);
  }
  expect((await caller.list("/expenses")).count).toBe(1);
  const { text } = await caller.send("GET", "/expenses?format=csv");
  expect(text.split("\n")[1]).toContain('"House","Plumber","20","extra"');
});

test("an offline charge is recorded, and paid later", async () => {
  const { caller, id, reservation } = await bookedHouse();
  const path = `/guestPayments/charges/${reservation.id}`;
  const balance = { title: "Balance", amount: 100, paymentMethod: "bank_transfer", status: "awaiting" };
  const charge = await caller.written("POST", path, balance);
  expect(charge).toMatchObject({
    ...balance,
    listingMapId: id,
    currency: "EUR",
    paymentProvider: "offline",
    isManual: 1,
  });
  expect(charge).toMatchObject({ capturedAmount: 0, chargeDate: null });
  const paid = await caller.written("PUT", `${path}/${charge.id}`, { status: "paid" });
  expect(paid).toMatchObject({ capturedAmount: 100, chargeDate: expect.any(String) });
  for (const wrong of [{ amount: 0 }, { paymentMethod: "shells" }, { status: "failed" }, { title: "" }]) {
    expect((await caller.post(path, { ...balance, ...wrong })).status, JSON.stringify(wrong)).toBe(400);
  }
  expect((await caller.list(`/guestPayments/charges?reservationId=${reservation.id}`)).count).toBe(1);
  expect((await caller.list("/guestPayments/charges?paymentMethod=paypal")).count).toBe(0);
});
