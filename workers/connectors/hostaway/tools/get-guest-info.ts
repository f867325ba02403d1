import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { toUntrustedText, UntrustedText } from "#connectors/untrusted.ts";
import { toStay } from "../bookings.ts";
import type { HostawayClient } from "../client.ts";
import { BookingId } from "../input.ts";
import type { Reservation, ReservationRow } from "../schemas/reservation.ts";
import { isConfirmed } from "../statuses.ts";
import { toGuestName } from "../text.ts";

const MAX_PREVIOUS = 10;
const text = z.string().optional();
const number = z.number().optional();

const GetGuestInfoOutput = z.object({
  booking_id: z.number(),
  name: text,
  first_name: text,
  last_name: text,
  email: text.describe("May be a channel's forwarding address"),
  phone: text,
  city: text,
  country: text,
  language: text,
  guests: number,
  adults: number,
  children: number,
  infants: number,
  pets: number,
  guest_note: UntrustedText.optional(),
  special_requests: UntrustedText.optional(),
  previous_stays: z
    .array(
      z.object({
        booking_id: z.number(),
        property_name: text,
        arrival_date: z.string(),
        departure_date: z.string(),
      }),
    )
    .describe(`Confirmed earlier stays under the same e-mail address, the latest ${MAX_PREVIOUS}`),
});

export const getGuestInfo = defineTool<HostawayClient>()({
  name: "get_guest_info",
  title: "Get guest info",
  access: "read",
  toolset: "core",
  description:
    "Shows who the guest of one booking is: name, e-mail address, phone, country, language, party and notes, and earlier confirmed stays under the same e-mail address. " +
    "Use it to contact or recognise a guest. Channels often hide the real address, and then earlier stays cannot be found. " +
    "For dates, price and terms call get_booking_details; for what was written call get_conversation_history. To find the booking id by a guest's name call get_bookings.",
  input: z.object({ booking_id: BookingId }),
  output: GetGuestInfoOutput,
  async run({ client, input, signal }) {
    const booking = await client.getReservation(input.booking_id, signal);
    const { guestEmail } = booking;
    const others = guestEmail ? (await client.getReservations({ guestEmail, limit: 100 }, signal)).rows : [];
    return {
      booking_id: booking.id,
      name: toGuestName(booking.guestName),
      first_name: toGuestName(booking.guestFirstName),
      last_name: toGuestName(booking.guestLastName),
      email: guestEmail,
      phone: booking.phone,
      city: toGuestName(booking.guestCity),
      country: booking.guestCountry,
      language: booking.guestLocale,
      guests: booking.numberOfGuests,
      adults: booking.adults,
      children: booking.children,
      infants: booking.infants,
      pets: booking.pets,
      guest_note: toUntrustedText(booking.guestNote),
      special_requests: toUntrustedText(booking.bookingcomSpecialRequests),
      previous_stays: toPreviousStays(booking, others),
    };
  },
});

function toPreviousStays(booking: Reservation, others: readonly ReservationRow[]) {
  const before = toStay(booking)?.arrival;
  if (before === undefined) return [];
  return others
    .filter((other) => other.id !== booking.id && isSameGuest(other, booking) && isConfirmed(other))
    .flatMap((other) => {
      const stay = toStay(other);
      return stay && stay.arrival < before ? [{ other, stay }] : [];
    })
    .toSorted((a, b) => (a.stay.arrival < b.stay.arrival ? 1 : -1))
    .slice(0, MAX_PREVIOUS)
    .map(({ other, stay }) => ({
      booking_id: other.id,
      property_name: other.listingName,
      arrival_date: stay.arrival,
      departure_date: stay.departure,
    }));
}

/** Upstream ignores filters it does not know; a stranger's stays must not appear here. */
const isSameGuest = (a: ReservationRow, b: ReservationRow): boolean =>
  a.guestEmail?.toLowerCase() === b.guestEmail?.toLowerCase();
