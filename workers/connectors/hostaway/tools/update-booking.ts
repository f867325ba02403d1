import { z } from "zod";
import { defineWriteTool, type Money } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";
import { assertStayFits } from "../book-stay.ts";
import { toStay } from "../bookings.ts";
import { findChanges, toBody, toValues, Values } from "../changed-fields.ts";
import { toChannel } from "../channels.ts";
import type { HostawayClient } from "../client.ts";
import { addDays, assertBookable, CalendarDate, toDate } from "../dates.ts";
import { BookingId } from "../input.ts";
import type { CalendarDay } from "../schemas/calendar.ts";
import type { Reservation } from "../schemas/reservation.ts";
import { isCancelled, isOccupying } from "../statuses.ts";

const fields = {
  arrival_date: "arrivalDate",
  departure_date: "departureDate",
  guests: "numberOfGuests",
  guest_name: "guestName",
  guest_email: "guestEmail",
  guest_phone: "phone",
  check_in_hour: "checkInTime",
  check_out_hour: "checkOutTime",
  total_price: "totalPrice",
  is_paid: "isPaid",
  status: "status",
} as const;

const Hour = z.int().min(0).max(23).optional();

const UpdateBookingInput = z.object({
  booking_id: BookingId,
  arrival_date: CalendarDate.optional(),
  departure_date: CalendarDate.optional().describe("Not a night of the stay"),
  guests: z.int().min(1).max(100).optional(),
  guest_name: z.string().trim().min(1).max(120).optional(),
  guest_email: z.email().optional(),
  guest_phone: z.string().trim().min(3).max(40).optional(),
  check_in_hour: Hour.describe("Local hour"),
  check_out_hour: Hour,
  total_price: z.number().nonnegative().optional().describe("In the booking's currency"),
  is_paid: z.boolean().optional(),
  status: z
    .enum(["new", "ownerStay"])
    .optional()
    .describe("new: a confirmed booking, also for one that was cancelled; ownerStay: without money"),
  force_overbooking: z
    .boolean()
    .default(false)
    .describe("Moves it onto taken nights: two parties at one door. Only when a person asked for that"),
});
type UpdateBookingInput = z.infer<typeof UpdateBookingInput>;

export const updateBooking = defineWriteTool<HostawayClient>()({
  name: "update_booking",
  title: "Update a booking",
  access: "write",
  toolset: "operations",
  description:
    "Changes dates, guests, contact, hours, price or status of one booking; what is not named stays. New dates are checked against the calendar, and taken nights are refused. The price stays unless total_price is given; the preview says what Hostaway would ask for new dates. " +
    "Channels may refuse changes to their bookings. It cannot move a stay to another property. " +
    "To cancel call cancel_booking; for notes update_host_note; for codes set_door_code.",
  input: UpdateBookingInput,
  change: z.object({ booking_id: BookingId, values: Values, force_overbooking: z.boolean() }),
  batch: false,
  repeatable: true,
  async plan({ client, input, now, signal }) {
    const { booking_id, force_overbooking, ...wanted } = input;
    const booking = await client.bookings.get(booking_id, signal);
    const { before, after } = findChanges(booking, wanted, fields);
    if (isCancelled(booking) && input.status === undefined) {
      throw new AppError(
        "conflict",
        `Booking ${booking_id} is ${booking.status}. Only \`status\` brings it back.`,
      );
    }
    assertMoneyless(booking, input);
    const warnings = await checkStay(client, booking, input, now, signal);
    const names = Object.keys(after).join(", ");
    return {
      summary: `Changes ${names} of booking ${booking_id} (${booking.listingName ?? `property ${booking.listingMapId}`}).`,
      steps: [
        {
          item: `booking ${booking_id}`,
          change: { booking_id, values: after, force_overbooking },
          before,
          after,
        },
      ],
      money: toMoney(booking, input),
      warnings: [...warnings, ...warnOfChannel(booking, input), ...warnOfLines(booking, input)],
    };
  },
  async apply({ client, change, signal }) {
    const { booking_id, force_overbooking, values } = change;
    const booking = await client.bookings.update(
      booking_id,
      toBody(values, fields),
      force_overbooking,
      signal,
    );
    return { booking_id, ...toValues(booking, fields, ["status", ...Object.keys(values)]) };
  },
  undo: {
    reverse: ({ before, change }) => ({
      ...change,
      values: Values.parse(before),
      // Nights that were given up may have been taken since.
      force_overbooking: false,
    }),
    read: async ({ change, client, signal }) =>
      toValues(await client.bookings.get(change.booking_id, signal), fields, Object.keys(change.values)),
  },
});

/** Whether the stay as it will be fits into house and calendar. What it says are warnings. */
async function checkStay(
  client: HostawayClient,
  booking: Reservation,
  input: UpdateBookingInput,
  now: number,
  signal: AbortSignal,
): Promise<string[]> {
  const old = toStay(booking);
  const arrival = input.arrival_date ?? old?.arrival;
  const departure = input.departure_date ?? old?.departure;
  const guests = input.guests ?? booking.numberOfGuests;
  const isMoved = arrival !== old?.arrival || departure !== old?.departure;
  const isRevived = input.status !== undefined && !isOccupying(booking);
  const isOther = isMoved || isRevived || guests !== booking.numberOfGuests;
  if (!isOther || booking.listingMapId === undefined) return [];
  if (arrival === undefined || departure === undefined) {
    throw new AppError("invalid_request", "The booking has no dates yet: give both.");
  }
  const nights = assertDates(arrival, departure, old?.arrival, now);
  const [listing, days] = await Promise.all([
    client.getListing(booking.listingMapId, signal, true),
    client.getCalendar(booking.listingMapId, arrival, departure, signal),
  ]);
  const free = isOccupying(booking) && old ? freeOwnNights(days, old) : days;
  const warnings = assertStayFits(
    listing,
    free,
    { arrival, departure, nights, guests },
    input.force_overbooking,
  );
  if (!isMoved || input.total_price !== undefined) return warnings;
  const price = await findPrice(client, booking.listingMapId, arrival, departure, guests ?? 1, signal);
  if (price === undefined || price === booking.totalPrice) return warnings;
  const stays = `${booking.totalPrice ?? "without one"} ${booking.currency ?? ""}`.trim();
  return [
    ...warnings,
    `The price stays ${stays}; Hostaway asks ${price} ${listing.currencyCode ?? ""} for the new dates.`,
  ];
}

/** A guest who is in the house has arrived in the past and may still stay longer. */
function assertDates(
  arrival: string,
  departure: string,
  oldArrival: string | undefined,
  now: number,
): number {
  const today = addDays(toDate(now), -1);
  if (arrival !== oldArrival || arrival >= today) {
    return assertBookable(
      { arrival_date: arrival, departure_date: departure },
      "arrival_date",
      "departure_date",
      now,
    );
  }
  if (departure < today) {
    throw new AppError("invalid_request", `\`departure_date\` (${departure}) is in the past.`);
  }
  return assertBookable(
    { arrival_date: arrival, departure_date: departure },
    "arrival_date",
    "departure_date",
    Date.parse(arrival),
  );
}

const freeOwnNights = (
  days: readonly CalendarDay[],
  { arrival, departure }: { arrival: string; departure: string },
) =>
  days.map((day) =>
    day.date >= arrival && day.date < departure ? { ...day, isAvailable: true, status: "available" } : day,
  );

async function findPrice(
  client: HostawayClient,
  propertyId: number,
  startingDate: string,
  endingDate: string,
  numberOfGuests: number,
  signal: AbortSignal,
): Promise<number | undefined> {
  try {
    const request = { startingDate, endingDate, numberOfGuests };
    return (await client.bookings.quote(propertyId, request, signal)).totalPrice;
  } catch (error) {
    if (error instanceof AppError && error.code === "upstream_rejected") return undefined;
    throw error;
  }
}

function assertMoneyless(booking: Reservation, { status, total_price }: UpdateBookingInput): void {
  if (status === undefined && total_price === undefined) return;
  if ((status ?? booking.status) !== "ownerStay" || !(total_price ?? booking.totalPrice)) return;
  throw new AppError("invalid_request", "An owner stay carries no money: give `total_price` 0 as well.");
}

function toMoney({ currency, totalPrice }: Reservation, { total_price }: UpdateBookingInput): Money[] {
  if (total_price === undefined || currency === undefined) return [];
  return [{ what: "Price of the booking", currency, before: totalPrice ?? null, after: total_price }];
}

function warnOfChannel(booking: Reservation, input: UpdateBookingInput): string[] {
  const channel = toChannel(booking);
  const isManaged = input.arrival_date ?? input.departure_date ?? input.total_price ?? input.status;
  if (channel === "direct" || isManaged === undefined) return [];
  return [`It came from ${channel ?? "a channel"}, which may refuse this and does not hear of it otherwise.`];
}

function warnOfLines({ financeField }: Reservation, { total_price }: UpdateBookingInput): string[] {
  if (total_price === undefined || financeField.length === 0) return [];
  return ["The lines that make up the price stay as they are, and no longer add up to it."];
}
