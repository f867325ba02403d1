import { expect, test } from "vitest";
import { fakeUpstream, one, reservation } from "../fake-upstream.ts";
import { applyWrite, getStep, lookBack, planWrite } from "../fake-write.ts";
import { cancelBooking } from "./cancel-booking.ts";

const direct = { channelId: 2000, channelName: "direct" };
const item = (refundAmount: number, days: number, refundType = "percentage") => ({
  refundAmount,
  refundType,
  timeDelta: days * 86_400,
  event: "arrival",
});
const terms = (...items: object[]) => ({
  cancellationPolicyDetails: { name: "Moderate", cancellationPolicyItem: items },
});
const booked = (fields: object = {}) =>
  fakeUpstream({
    "/reservations/501": one(reservation(501, { ...direct, ...fields })),
    "/reservations/501/statuses/cancelled": one(
      reservation(501, { ...direct, status: "cancelled", cancelledBy: "guest" }),
    ),
    "PUT /reservations/501": (_: unknown, body: object) => one(reservation(501, { ...direct, ...body })),
  });
const byGuest = { booking_id: 501, cancelled_by: "guest" as const };

test("shows the price and what the guest gets back by the best of the terms that still hold", async () => {
  const upstream = booked(terms(item(100, -30), item(50, -5), item(10, -1)));
  const plan = await planWrite(cancelBooking, upstream, byGuest);
  expect(plan.summary).toBe(
    "Cancels booking 501 of Ann Example at House 1, 2026-12-10 to 2026-12-13, by the guest.",
  );
  expect(plan.money).toEqual([
    { what: "Price of the booking", currency: "USD", before: 600, after: 0 },
    { what: "Back to the guest by its terms", currency: "USD", before: null, after: 300 },
  ]);
  expect(plan.warnings).toEqual([
    "Cancelled until 2026-11-10 00:00 UTC, the guest gets 600 USD back.",
    "Cancelled until 2026-12-05 00:00 UTC, the guest gets 300 USD back.",
    "Cancelled until 2026-12-09 00:00 UTC, the guest gets 60 USD back.",
  ]);
});

test("nothing is due when all deadlines have passed, and nothing is claimed without terms", async () => {
  const late = await planWrite(cancelBooking, booked(terms(item(100, -60), item(75, -40, "flat"))), byGuest);
  expect(late.money?.[1]).toMatchObject({ after: 0 });
  const unknown = await planWrite(cancelBooking, booked(), byGuest);
  expect(unknown.money?.[1]).toMatchObject({ after: null });
  expect(unknown.warnings).toEqual(["Hostaway knows no refund terms for this booking."]);
});

test("a host who cancels hears that the terms are the guest's", async () => {
  const plan = await planWrite(cancelBooking, booked(), { ...byGuest, cancelled_by: "host" });
  expect(plan.warnings).toContainEqual(expect.stringMatching(/host who cancels/));
});

test("cancels by the documented call, and a direct booking is set back to what it was", async () => {
  const upstream = booked({ status: "modified" });
  const step = getStep(await planWrite(cancelBooking, upstream, byGuest));
  const result = await applyWrite(cancelBooking, upstream, step.change);
  expect(upstream.calls.at(-1)).toMatchObject({
    path: "/reservations/501/statuses/cancelled",
    request: { method: "PUT", body: { cancelledBy: "guest" } },
  });
  expect(result).toEqual({ booking_id: 501, ...step.after });
  const { reverse } = await lookBack(cancelBooking, upstream, step, result);
  expect(reverse).toEqual({ kind: "reinstate", booking_id: 501, status: "modified" });
  if (reverse) await applyWrite(cancelBooking, upstream, reverse);
  expect(upstream.calls.at(-1)?.request).toMatchObject({ method: "PUT", body: { status: "modified" } });
  expect(upstream.calls.at(-1)?.query).toEqual({});
});

test("one of a channel stays cancelled, and the preview says so", async () => {
  const upstream = booked({ channelId: 2018, channelName: "airbnbOfficial" });
  const plan = await planWrite(cancelBooking, upstream, byGuest);
  expect(plan.final).toBe("It came from a channel, so it cannot be set back.");
  expect((await lookBack(cancelBooking, upstream, getStep(plan), {})).reverse).toBeNull();
});

test.each([
  [
    { status: "cancelled", cancelledBy: "guest", cancellationDate: "2026-11-02 10:00:00" },
    "Booking 501 is cancelled already since 2026-11-02 (by the guest).",
  ],
  [{ status: "declined" }, "Booking 501 is declined already."],
  [{ status: "inquiry" }, "Booking 501 is only an inquiry (inquiry): there is nothing to cancel."],
])("refuses %j by what it is", async (fields, message) => {
  await expect(planWrite(cancelBooking, booked(fields), byGuest)).rejects.toMatchObject({
    code: "conflict",
    message,
  });
});

test("an unknown booking is not found, and the answer names the tool that finds it", async () => {
  await expect(planWrite(cancelBooking, fakeUpstream({}), byGuest)).rejects.toMatchObject({
    code: "not_found",
    message: "No booking 501. Call get_bookings to find it.",
  });
});
