import { Hono } from "hono";
import { z } from "zod";
import { readBody } from "#sandbox/hostaway/body.ts";
import type { HostawayEnv } from "#sandbox/hostaway/context.ts";
import { success } from "#sandbox/hostaway/envelope.ts";
import { getListing } from "#sandbox/hostaway/find.ts";
import { getCouponOf } from "#sandbox/hostaway/operations/reservation-coupons.ts";
import { invalid, NoQuery, readQuery } from "#sandbox/hostaway/query.ts";
import { ChosenComponent } from "./component.ts";
import { quote } from "./quote.ts";

const PriceRequest = z.object({
  startingDate: z.iso.date(),
  endingDate: z.iso.date(),
  numberOfGuests: z.int().min(1),
  version: z.literal(2),
  markup: z.number().min(1).default(1),
  reservationCouponId: z.int().nullish(),
  components: z.array(ChosenComponent).default([]),
});

/** Whether the nights are free, or the stay too short, does not matter to a price (assumed). */
export const quotes = new Hono<HostawayEnv>();

quotes.post("/listings/:id{[0-9]+}/calendar/priceDetails", async (c) => {
  readQuery(c, NoQuery);
  const listing = getListing(c, Number(c.req.param("id")), "read");
  const { startingDate, endingDate, numberOfGuests, ...wanted } = await readBody(c, PriceRequest);
  if (endingDate <= startingDate) throw invalid(c, "endingDate must be after startingDate");
  if (listing.price === null) throw invalid(c, `Listing ${listing.id} has no price`);
  if (numberOfGuests > (listing.personCapacity ?? numberOfGuests)) {
    throw invalid(c, `Listing ${listing.id} takes ${listing.personCapacity} guests at most`);
  }
  const stay = {
    account: c.var.account,
    listing,
    arrivalDate: startingDate,
    departureDate: endingDate,
    guests: numberOfGuests,
    markup: wanted.markup,
  };
  const coupon = wanted.reservationCouponId ? getCouponOf(c, wanted.reservationCouponId) : undefined;
  return success(quote(stay, { chosen: wanted.components, coupon }));
});
