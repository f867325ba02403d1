import { expect, test } from "vitest";
import { newCaller, newHouse } from "#sandbox/testing.ts";

const stay = {
  channelId: 2000,
  arrivalDate: "2031-03-05",
  departureDate: "2031-03-08",
  guestName: "Ada de Vries",
};
const other = { arrivalDate: "2031-03-07", departureDate: "2031-03-09" };

async function booked(more: object = {}) {
  const { caller, id } = await newHouse();
  const reservation = await caller.written("POST", "/reservations", { ...stay, listingMapId: id, ...more });
  return { caller, listingMapId: id, reservation, path: `/reservations/${reservation.id}` };
}

test("a booking is answered whole, with all that follows from it and a conversation", async () => {
  const { caller, id } = await newHouse();
  const provider = "x".repeat(80);
  const body = {
    ...stay,
    listingMapId: id,
    totalPrice: 400,
    hostNote: "Early",
    doorCode: "1234",
    status: "confirmed",
  };
  const reservation = await caller.written("POST", `/reservations?provider=${provider}`, {
    ...body,
    id: 7,
    nights: 99,
    guestAuthHash: "mine",
    ccNumber: "4111111111111111",
    cvc: "123",
  });
  expect(reservation).toMatchObject({
    ...stay,
    listingMapId: id,
    totalPrice: 400,
    hostNote: "Early",
    doorCode: "1234",
    status: "new",
    channelName: "direct",
    nights: 3,
    guestFirstName: "Ada",
    currency: "EUR",
    hostawayReservationId: reservation.id,
    guestAuthHash: null,
    source: "x".repeat(65),
  });
  expect(reservation.id).not.toBe(7);
  expect(JSON.stringify(reservation)).not.toContain("4111111111111111");
  expect(await caller.single(`/reservations/${reservation.id}`)).toEqual(reservation);
  expect((await caller.list(`/conversations?reservationId=${reservation.id}`)).count).toBe(1);
});

test("a booking that makes no sense is refused and leaves nothing behind", async () => {
  const { caller, id } = await newHouse();
  const whole = { ...stay, listingMapId: id };
  const wrong: object[] = [
    { ...whole, listingMapId: undefined },
    { ...whole, listingMapId: 1 },
    { ...whole, channelId: undefined },
    { ...whole, channelId: 1 },
    { ...whole, arrivalDate: "5 March" },
    { ...whole, departureDate: undefined },
    { ...whole, departureDate: "2031-03-04" },
    { ...whole, status: "certain" },
    { ...whole, totalPrice: "much" },
    { ...whole, status: "ownerStay", totalPrice: 10 },
    { ...whole, couponName: "NOTHING" },
    { ...whole, financeField: [{ name: "baseRate" }] },
  ];
  for (const body of wrong) {
    const answer = await caller.post("/reservations", body);
    expect(answer, JSON.stringify(body)).toMatchObject({ status: 400, body: { status: "fail" } });
  }
  expect((await caller.post("/reservations?validatePaymentMethod=1", whole)).status).toBe(400);
  expect((await caller.list("/reservations")).count).toBe(0);
});

test("taken nights refuse a booking, unless it is forced; the status can be switched", async () => {
  const { caller, listingMapId } = await booked();
  const body = { ...stay, ...other, listingMapId };
  const refusal = await caller.post("/reservations", body);
  expect(refusal).toMatchObject({ status: 409, body: { message: expect.stringContaining("not free") } });
  await caller.set({ overbookingStatus: 422 });
  expect((await caller.post("/reservations", body)).status).toBe(422);
  expect((await caller.post("/reservations", { ...body, status: "inquiry" })).status).toBe(200);
  expect((await caller.post("/reservations?forceOverbooking=1", body)).status).toBe(200);
});

test("an archived listing takes no booking and no change of one", async () => {
  const { caller, listingMapId, path } = await booked();
  await caller.put(`/listings/${listingMapId}`, { specialStatus: "archived" });
  for (const answer of [
    await caller.post("/reservations?forceOverbooking=1", { ...stay, ...other, listingMapId }),
    await caller.put(path, { hostNote: "x" }),
  ]) {
    expect(answer).toMatchObject({ status: 400, body: { message: expect.stringContaining("archived") } });
  }
});

test("a note or a door code changes that and nothing else", async () => {
  const { caller, reservation, path } = await booked({ totalPrice: 300, guestNote: "Vegan" });
  const changed = await caller.written("PUT", path, { hostNote: "Met at the door", doorCode: "9876" });
  const { latestActivityOn, updatedOn } = changed;
  expect(changed).toEqual({
    ...reservation,
    hostNote: "Met at the door",
    doorCode: "9876",
    latestActivityOn,
    updatedOn,
  });
});

test("where changes are not partial, what is not sent is lost", async () => {
  const { caller, path } = await booked({ totalPrice: 300, guestNote: "Vegan" });
  await caller.set({ partialReservations: false });
  expect(await caller.written("PUT", path, { hostNote: "Met" })).toMatchObject({
    hostNote: "Met",
    guestNote: null,
    totalPrice: null,
    guestName: null,
    arrivalDate: stay.arrivalDate,
    channelId: 2000,
  });
});

test("other dates or another price make a new booking modified and remember the dates", async () => {
  const { caller, path } = await booked({ totalPrice: 300 });
  expect(await caller.written("PUT", path, other)).toMatchObject({
    ...other,
    nights: 2,
    status: "modified",
    previousArrivalDate: stay.arrivalDate,
    previousDepartureDate: stay.departureDate,
  });
  const priced = await booked({ totalPrice: 300 });
  expect(await priced.caller.written("PUT", priced.path, { totalPrice: 280 })).toMatchObject({
    totalPrice: 280,
    status: "modified",
    previousArrivalDate: null,
  });
});

test("a booking cannot move to another listing, nor end before it begins, nor onto taken nights", async () => {
  const { caller, listingMapId, path } = await booked();
  await caller.written("POST", "/reservations", {
    ...stay,
    listingMapId,
    arrivalDate: "2031-03-08",
    departureDate: "2031-03-10",
  });
  const second = await caller.written("POST", "/listings", { name: "Another house" });
  expect((await caller.put(path, { listingMapId: second.id })).status).toBe(400);
  expect((await caller.put(path, { listingMapId, hostNote: "same" })).status).toBe(200);
  expect((await caller.put(path, { departureDate: "2031-03-04" })).status).toBe(400);
  expect((await caller.put(path, { departureDate: "2031-03-09" })).status).toBe(409);
  expect((await caller.put(`${path}?forceOverbooking=1`, { departureDate: "2031-03-09" })).status).toBe(200);
});

test("finance lines are replaced as a whole; those with an id keep what they do not say", async () => {
  const lines = [
    { type: "accomodation", name: "baseRate", value: 300 },
    { type: "fee", name: "cleaningFee", value: 40, title: "Cleaning" },
  ];
  const { caller, path } = await booked({ totalPrice: 340, financeField: lines });
  expect(await caller.single(path)).toMatchObject({
    financeField: [
      { id: 1, name: "baseRate", total: 300 },
      { id: 2, total: 40, title: "Cleaning" },
    ],
  });
  const change = [
    { id: 2, name: "cleaningFee", value: 55, isOverriddenByUser: 1 },
    { name: "petFee", value: 20, quantity: 2, type: "fee" },
  ];
  const { financeField } = await caller.written("PUT", path, { financeField: change, totalPrice: 95 });
  expect(financeField).toMatchObject([
    { id: 2, total: 55, title: "Cleaning", isOverriddenByUser: 1 },
    { id: 3, name: "petFee", total: 40 },
  ]);
});

test("a cancellation says who and when, once", async () => {
  const { caller, path } = await booked();
  const cancelled = `${path}/statuses/cancelled`;
  expect((await caller.put(cancelled, {})).status).toBe(400);
  expect((await caller.put(cancelled, { cancelledBy: "weather" })).status).toBe(400);
  const answer = await caller.written("PUT", cancelled, { cancelledBy: "guest" });
  expect(answer).toMatchObject({
    status: "cancelled",
    cancelledBy: "guest",
    cancellationDate: answer.updatedOn,
  });
  expect(await caller.put(cancelled, { cancelledBy: "host" })).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining("cancelled already") },
  });
});

test("no-shows and invalid cards are Booking.com's alone", async () => {
  const direct = await booked();
  expect((await direct.caller.put(`${direct.path}/statuses/noShow`, {})).status).toBe(400);
  const card = (path: string) => `${path}/statuses/cancelledDueToInvalidCreditCard`;
  expect((await direct.caller.delete(card(direct.path))).status).toBe(400);
  const { caller, path } = await booked({ channelId: 2005 });
  expect(await caller.written("PUT", `${path}/statuses/noShow`, { waivedFees: true })).toMatchObject({
    bookingcomNoShowFeeWaived: 1,
    bookingcomNoShowReportedAt: expect.any(String),
  });
  expect((await caller.delete(card(path))).body).toMatchObject({ result: { status: "cancelled" } });
});

test("a locked channel keeps dates, price and life of its reservations, and takes notes", async () => {
  const { caller, path } = await booked({ channelId: 2018 });
  await caller.set({ lockedChannels: [2018] });
  const refusals = [
    await caller.put(path, other),
    await caller.put(path, { totalPrice: 1 }),
    await caller.put(path, { status: "cancelled" }),
    await caller.put(`${path}/statuses/cancelled`, { cancelledBy: "host" }),
  ];
  expect(refusals.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  expect((await caller.put(path, { hostNote: "Still fine" })).status).toBe(200);
});

test("a coupon named in a booking is used once more", async () => {
  const caller = await newCaller("small");
  const [listingMapId] = (await caller.list("/listings")).ids;
  const used = async () =>
    (await caller.list("/coupons")).rows.find(({ name }) => name === "RETURN50")?.numberOfUsesUsed;
  expect(await used()).toBe(7);
  await caller.written("POST", "/reservations", { ...stay, listingMapId, couponName: "RETURN50" });
  expect(await used()).toBe(8);
});

test("a deleted reservation takes its conversation with it", async () => {
  const { caller, reservation, path } = await booked();
  expect(await caller.delete(path)).toMatchObject({ status: 200, body: { status: "success", result: [] } });
  expect((await caller.get(path)).status).toBe(404);
  expect((await caller.list(`/conversations?reservationId=${reservation.id}`)).count).toBe(0);
});
