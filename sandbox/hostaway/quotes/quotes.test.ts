import { expect, test } from "vitest";
import { z } from "zod";
import { callerOf, newCaller, newHouse } from "#sandbox/testing.ts";
import { Component } from "./component.ts";

const Quote = z.object({
  result: z.looseObject({
    totalPrice: z.number(),
    originalTotalPrice: z.number(),
    components: z.array(Component),
    extraComponents: z.array(Component),
  }),
});

async function pricedHouse(more: object = {}) {
  const { caller, id } = await newHouse({
    price: 100,
    guestsIncluded: 2,
    priceForExtraPerson: 10,
    cleaningFee: 50,
    personCapacity: 6,
    ...more,
  });
  const ask = (body: object) =>
    caller.post(`/listings/${id}/calendar/priceDetails`, {
      startingDate: "2031-03-03",
      endingDate: "2031-03-06",
      numberOfGuests: 2,
      version: 2,
      ...body,
    });
  const quote = async (body: object = {}) => Quote.parse((await ask(body)).body).result;
  return { caller, id, ask, quote };
}

const amounts = (components: Component[]) => components.map(({ name, total }) => [name, total]);

test("a quote adds the nights, extra guests and cleaning", async () => {
  const { caller, id, quote } = await pricedHouse();
  expect(await quote()).toMatchObject({
    totalPrice: 350,
    originalTotalPrice: 350,
    selectedComponentsAmount: 0,
  });
  const { components } = await quote({ numberOfGuests: 4 });
  expect(amounts(components)).toEqual([
    ["baseRate", 300],
    ["priceForExtraPerson", 60],
    ["cleaningFee", 50],
  ]);
  await caller.put(`/listings/${id}/calendar`, {
    startDate: "2031-03-05",
    endDate: "2031-03-06",
    price: 200,
  });
  expect((await quote()).totalPrice).toBe(450);
  expect((await quote({ markup: 1.1 })).totalPrice).toBe(490);
});

test("a week and a month are cheaper, as a negative line", async () => {
  const { quote } = await pricedHouse({ weeklyDiscount: 0.9, monthlyDiscount: 0.5 });
  const discounts = async (endingDate: string) =>
    amounts((await quote({ endingDate })).components.filter(({ type }) => type === "discount"));
  expect(await discounts("2031-03-09")).toEqual([]);
  expect(await discounts("2031-03-10")).toEqual([["weeklyDiscount", -70]]);
  expect(await discounts("2031-03-31")).toEqual([["monthlyDiscount", -1400]]);
});

test("mandatory fees are in the price, optional ones are offered and can be chosen", async () => {
  const { caller, id, quote } = await pricedHouse();
  const addFee = (fee: object) => caller.written("POST", `/listingFeeSettings/${id}`, fee);
  await addFee({ feeType: "linenPackageFee", amount: 5, feeAppliedPer: "person_per_night", isMandatory: 1 });
  await addFee({ feeType: "serviceFee", amount: 10, amountType: "percent", isMandatory: 1 });
  const bikes = await addFee({ feeType: "otherFees", feeTitle: "Bikes", amount: 8, isQuantitySelectable: 1 });
  const plain = await quote();
  expect(amounts(plain.components).slice(2)).toEqual([
    ["linenPackageFee", 30],
    ["serviceFee", 30],
  ]);
  expect(amounts(plain.extraComponents)).toEqual([["otherFees", 8]]);
  const chosen = [{ name: "otherFees", listingFeeSettingId: bikes.id, quantity: 3 }];
  expect(await quote({ components: chosen })).toMatchObject({
    totalPrice: plain.totalPrice + 24,
    originalTotalPrice: plain.totalPrice,
    selectedComponentsAmount: 24,
    selectedComponents: [{ title: "Bikes", quantity: 3, total: 24 }],
  });
});

test("a line can be overridden and taken away", async () => {
  const { quote } = await pricedHouse();
  const components = [
    { name: "baseRate", isOverriddenByUser: 1, value: 250 },
    { name: "cleaningFee", isDeleted: 1 },
  ];
  const { totalPrice, originalTotalPrice, components: lines } = await quote({ components });
  expect([totalPrice, originalTotalPrice]).toEqual([250, 350]);
  expect(lines).toMatchObject([{ name: "baseRate", isOverriddenByUser: 1, total: 250 }]);
});

test("a quote that cannot be made says why", async () => {
  const { caller, ask } = await pricedHouse();
  for (const [wrong, problem] of [
    [{ version: 1 }, "version"],
    [{ numberOfGuests: 0 }, "numberOfGuests"],
    [{ numberOfGuests: 7 }, "6 guests"],
    [{ endingDate: "2031-03-03" }, "after"],
    [{ startingDate: undefined }, "startingDate"],
    [{ markup: 0.5 }, "markup"],
    [{ reservationCouponId: 1 }, "coupon"],
  ] as const) {
    expect(await ask(wrong), problem).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(problem) },
    });
  }
  const { id } = await caller.written("POST", "/listings", { name: "Priceless" });
  const body = { startingDate: "2031-03-03", endingDate: "2031-03-06", numberOfGuests: 2, version: 2 };
  expect((await caller.post(`/listings/${id}/calendar/priceDetails`, body)).status).toBe(400);
});

test("in the demo account a quote is taxed as its reservations were, and a coupon lowers it", async () => {
  const caller = await newCaller("demo");
  const ask = { startingDate: "2031-03-03", endingDate: "2031-03-06", numberOfGuests: 2, version: 2 };
  const quote = async (more: object = {}) =>
    Quote.parse((await caller.post("/listings/40160/calendar/priceDetails", { ...ask, ...more })).body)
      .result;
  const plain = await quote();
  const totals = new Map(plain.components.map(({ name, total }) => [name, total]));
  const taxed = (totals.get("baseRate") ?? 0) + (totals.get("cleaningFee") ?? 0);
  expect(totals.get("hotelTax")).toBeCloseTo(taxed * 0.1, 2);
  const application = { couponName: "WELCOME10", listingMapId: 40_160, startingDate: ask.startingDate };
  const { reservationCouponId } = await caller.written("POST", "/reservationCoupons", {
    ...application,
    endingDate: ask.endingDate,
  });
  const { components } = await quote({ reservationCouponId });
  expect(components.find(({ name }) => name === "couponDiscount")?.total).toBeCloseTo(
    -(totals.get("baseRate") ?? 0) * 0.1,
    2,
  );
});

test("a coupon that is unknown, expired, used up, inactive or for longer stays is refused", async () => {
  const caller = await callerOf("10001");
  const apply = (couponName: string) =>
    caller.post("/reservationCoupons", {
      couponName,
      listingMapId: 40_160,
      startingDate: "2031-03-03",
      endingDate: "2031-03-05",
    });
  for (const [name, problem] of [
    ["NOTHING", "does not exist"],
    ["SUMMER15", "expired"],
    ["FIRST25", "used up"],
    ["STAFF40", "not active"],
    ["WELCOME10", "3 nights"],
  ] as const) {
    expect(await apply(name), name).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining(problem) },
    });
  }
});

test("a quote's lines and total make a booking", async () => {
  const { caller, id, quote } = await pricedHouse();
  const { components, totalPrice } = await quote();
  const reservation = await caller.written("POST", "/reservations", {
    listingMapId: id,
    channelId: 2000,
    arrivalDate: "2031-03-03",
    departureDate: "2031-03-06",
    financeField: components,
    totalPrice,
  });
  expect(reservation).toMatchObject({
    totalPrice: 350,
    financeField: [
      { id: 1, name: "baseRate", total: 300 },
      { id: 2, name: "cleaningFee", total: 50 },
    ],
  });
});
