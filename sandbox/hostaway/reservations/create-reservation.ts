import { z } from "zod";
import { readBody } from "#sandbox/hostaway/body.ts";
import type { HostawayContext } from "#sandbox/hostaway/context.ts";
import { openConversation } from "#sandbox/hostaway/conversations/open-conversation.ts";
import { HostawayFail } from "#sandbox/hostaway/envelope.ts";
import { getOpenListing } from "#sandbox/hostaway/find.ts";
import { getUsableCoupon } from "#sandbox/hostaway/operations/reservation-coupons.ts";
import { invalid, QuerySwitch, QueryText, readQuery } from "#sandbox/hostaway/query.ts";
import { announceReservation } from "#sandbox/hostaway/webhooks/announce.ts";
import { parseOr } from "#sandbox/parse.ts";
import { conflictOf, toBooking } from "./book.ts";
import { givenDetails } from "./given-details.ts";
import { Reservation } from "./reservation.ts";

const CreateQuery = z.object({
  forceOverbooking: QuerySwitch,
  provider: QueryText,
  validatePaymentMethod: QuerySwitch,
});

const Required = z.looseObject({
  listingMapId: z.int(),
  channelId: z.int(),
  arrivalDate: z.iso.date(),
  departureDate: z.iso.date(),
  couponName: z.string().optional(),
});

export async function createReservation(c: HostawayContext): Promise<Reservation> {
  const { forceOverbooking, provider, validatePaymentMethod } = readQuery(c, CreateQuery);
  const { couponName, ...body } = await readBody(c, Required);
  const listing = getOpenListing(c, body.listingMapId);
  if (validatePaymentMethod) throw invalid(c, "There is no auto payment rule for the event reservation");
  const { arrivalDate, departureDate } = body;
  const details = { ...givenDetails(c, body, []), arrivalDate, departureDate };
  const { account } = c.var;
  const bookedAt = c.env.world.clock.now();
  const id = account.reservations.nextId();
  const booking = toBooking({ account, id, listing, details, bookedAt });
  const source = provider?.slice(0, 65) ?? null;
  const reservation = parseOr(Reservation, { ...booking, source }, (problem) => invalid(c, problem));
  assertPlausible(c, reservation);
  const conflict = conflictOf(account, listing, reservation);
  if (conflict && !forceOverbooking) throw new HostawayFail(c.var.settings.overbookingStatus, conflict);
  if (couponName) {
    const coupon = getUsableCoupon(c, couponName, arrivalDate, departureDate);
    account.coupons.put({ ...coupon, numberOfUsesUsed: coupon.numberOfUsesUsed + 1 });
  }
  account.reservations.put(reservation);
  openConversation(account, reservation);
  announceReservation(c.env.world, account, "reservation.created", reservation);
  return reservation;
}

export function assertPlausible(
  c: HostawayContext,
  { status, totalPrice, departureDate, arrivalDate }: Reservation,
) {
  if (departureDate < arrivalDate) throw invalid(c, "departureDate must not be before arrivalDate");
  if (status === "ownerStay" && totalPrice) throw invalid(c, "An ownerStay carries no money");
}
