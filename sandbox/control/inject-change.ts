import { z } from "zod";
import type { Account } from "#sandbox/hostaway/account.ts";
import { toStamp } from "#sandbox/hostaway/dates.ts";
import { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import { changedReservation, conflictOfChange } from "#sandbox/hostaway/reservations/update-reservation.ts";
import { announceReservation } from "#sandbox/hostaway/webhooks/announce.ts";
import { BadRequest, badRequest } from "#sandbox/json-app.ts";
import { parseOr } from "#sandbox/parse.ts";
import type { World } from "#sandbox/world.ts";

export const ReservationChange = z.looseObject({ forceOverbooking: z.boolean().default(false) });

/** A change that came from the channel or the guest: other dates, another price, a cancellation. */
export function injectChange(
  world: World,
  account: Account,
  reservationId: number,
  { forceOverbooking, ...change }: z.output<typeof ReservationChange>,
): Reservation {
  const before = account.reservations.find(reservationId);
  if (!before) throw new BadRequest(`There is no reservation ${reservationId}`);
  const { id, listingMapId } = before;
  const wanted = parseOr(Reservation.strict(), { ...before, ...change, id, listingMapId }, badRequest);
  const given = Object.fromEntries(Object.entries(wanted).filter(([name]) => name in change));
  const after = changedReservation(before, given, toStamp(world.clock.now()));
  const conflict = forceOverbooking ? undefined : conflictOfChange(account, before, after);
  if (conflict) throw new BadRequest(conflict);
  account.reservations.put(after);
  announceReservation(world, account, "reservation.updated", after);
  return after;
}
