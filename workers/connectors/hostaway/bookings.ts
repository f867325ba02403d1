import { z } from "zod";
import { toChannel } from "./channels.ts";
import { daysBetween } from "./dates.ts";
import type { ReservationRow } from "./schemas/reservation.ts";
import { toGuestName } from "./text.ts";

/** The fields that a booking has in a list as well as in full. */
export const BookingSummary = z.object({
  id: z.number(),
  property_id: z.number().optional(),
  property_name: z.string().optional(),
  guest_name: z.string().optional(),
  status: z.string().optional().describe("Hostaway status"),
  channel: z.string().optional(),
  arrival_date: z.string().optional().describe("Absent when an inquiry names no dates"),
  departure_date: z.string().optional(),
  nights: z.number().optional(),
  guests: z.number().optional(),
  total_price: z.number().optional(),
  currency: z.string().optional(),
});

export interface Stay {
  arrival: string;
  departure: string;
  nights: number;
}

/** Undefined when the dates are placeholders, as in an inquiry without dates, or missing. */
export function toStay({ isDatesUnspecified, arrivalDate, departureDate }: ReservationRow): Stay | undefined {
  if (isDatesUnspecified || !arrivalDate || !departureDate) return undefined;
  const nights = Math.max(0, daysBetween(arrivalDate, departureDate));
  return { arrival: arrivalDate, departure: departureDate, nights };
}

export function toBookingSummary(reservation: ReservationRow): z.input<typeof BookingSummary> {
  const stay = toStay(reservation);
  return {
    id: reservation.id,
    property_id: reservation.listingMapId,
    property_name: reservation.listingName,
    guest_name: toGuestName(reservation.guestName),
    status: reservation.status,
    channel: toChannel(reservation),
    arrival_date: stay?.arrival,
    departure_date: stay?.departure,
    nights: stay?.nights,
    guests: reservation.numberOfGuests,
    total_price: reservation.totalPrice,
    currency: reservation.currency,
  };
}
