import { z } from "zod";
import type { Account } from "#sandbox/hostaway/account.ts";
import { openConversation } from "#sandbox/hostaway/conversations/open-conversation.ts";
import { conflictOf, toBooking } from "#sandbox/hostaway/reservations/book.ts";
import { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import { announceReservation } from "#sandbox/hostaway/webhooks/announce.ts";
import { BadRequest, badRequest } from "#sandbox/json-app.ts";
import { parseOr } from "#sandbox/parse.ts";
import type { World } from "#sandbox/world.ts";

export const NewReservation = z.looseObject({
  listingMapId: z.int(),
  arrivalDate: z.iso.date(),
  departureDate: z.iso.date(),
  channelId: z.int().optional(),
  guestName: z.string().optional(),
  forceOverbooking: z.boolean().default(false),
});

/** A booking as a channel would bring it, with the conversation that Hostaway opens for it. */
export function injectReservation(
  world: World,
  account: Account,
  { forceOverbooking, ...details }: z.output<typeof NewReservation>,
): Reservation {
  const listing = account.listings.find(details.listingMapId);
  if (!listing) throw new BadRequest(`There is no listing ${details.listingMapId}`);
  const booking = toBooking({
    account,
    id: account.reservations.nextId(),
    listing,
    details,
    bookedAt: world.clock.now(),
  });
  const reservation = parseOr(Reservation.strict(), booking, badRequest);
  const conflict = forceOverbooking ? undefined : conflictOf(account, listing, reservation);
  if (conflict) throw new BadRequest(conflict);
  openConversation(account, reservation);
  account.reservations.put(reservation);
  announceReservation(world, account, "reservation.created", reservation);
  return reservation;
}
