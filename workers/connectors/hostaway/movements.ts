import { z } from "zod";
import { toStay } from "./bookings.ts";
import { toChannel } from "./channels.ts";
import type { ReservationRow } from "./schemas/reservation.ts";
import { toGuestName } from "./text.ts";

export const Movement = z.object({
  date: z.string(),
  kind: z.enum(["arrival", "departure"]),
  booking_id: z.number(),
  property_id: z.number().optional(),
  property_name: z.string().optional(),
  guest_name: z.string().optional(),
  guests: z.number().optional(),
  nights: z.number(),
  hour: z.number().optional().describe("Local hour, 0-23"),
  status: z.string().optional(),
  channel: z.string().optional(),
  same_day_turnover: z.boolean().optional(),
});
export type Movement = z.infer<typeof Movement> & { id: number };

/** One row for each arrival and each departure that is wanted; a stay without nights has both on one day. */
export function toMovements(
  reservations: readonly ReservationRow[],
  isWanted: (date: string, propertyId: number | undefined) => boolean,
): Movement[] {
  const unique = new Map(reservations.map((row) => [row.id, row]));
  const movements = [...unique.values()].flatMap((row) => {
    const stay = toStay(row);
    if (!stay) return [];
    const both = [
      toMovement(row, "arrival", stay.arrival, stay.nights),
      toMovement(row, "departure", stay.departure, stay.nights),
    ];
    return both.filter(({ date }) => isWanted(date, row.listingMapId));
  });
  const isTurnover = toTurnoverTest(movements);
  return movements.map((movement) => ({ ...movement, same_day_turnover: isTurnover(movement) || undefined }));
}

function toMovement(row: ReservationRow, kind: Movement["kind"], date: string, nights: number): Movement {
  const isArrival = kind === "arrival";
  return {
    // Sorting and paging tell rows apart by it: one booking can have two.
    id: row.id * 2 + (isArrival ? 1 : 0),
    date,
    kind,
    booking_id: row.id,
    property_id: row.listingMapId,
    property_name: row.listingName,
    guest_name: toGuestName(row.guestName),
    guests: row.numberOfGuests,
    nights,
    hour: isArrival ? row.checkInTime : row.checkOutTime,
    status: row.status,
    channel: toChannel(row),
  };
}

/** One booking leaves and another comes: a stay without nights is no turnover by itself. */
function toTurnoverTest(movements: readonly Movement[]): (movement: Movement) => boolean {
  const toPlace = ({ property_id, date }: Movement) => `${property_id} ${date}`;
  const bookings = (kind: Movement["kind"]) =>
    Map.groupBy(
      movements.filter((movement) => movement.kind === kind),
      toPlace,
    );
  const [arrivals, departures] = [bookings("arrival"), bookings("departure")];
  return (movement) => {
    const others = (movement.kind === "arrival" ? departures : arrivals).get(toPlace(movement)) ?? [];
    return others.some(({ booking_id }) => booking_id !== movement.booking_id);
  };
}
