import { Hono } from "hono";
import { z } from "zod";
import { readBody } from "#sandbox/hostaway/body.ts";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { addDays, toDate } from "#sandbox/hostaway/dates.ts";
import { success } from "#sandbox/hostaway/envelope.ts";
import { each } from "#sandbox/hostaway/fields.ts";
import { getOpenListing } from "#sandbox/hostaway/find.ts";
import { invalid, NoQuery, readQuery } from "#sandbox/hostaway/query.ts";
import { type Coupon, couponProblem } from "./coupons.ts";

const Application = z.object({
  couponName: z.string(),
  listingMapId: z.int(),
  startingDate: z.iso.date(),
  endingDate: z.iso.date().optional(),
});

/** A coupon held against a stay, so that a quote can use it. */
export const ReservationCoupon = z.object({
  ...each(["id", "reservationCouponId", "couponId", "listingMapId"], z.int()),
  ...each(["couponName", "startingDate", "endingDate"], z.string()),
});
export type ReservationCoupon = z.infer<typeof ReservationCoupon>;

export const reservationCoupons = new Hono<HostawayEnv>();

reservationCoupons.get("/reservationCoupons", (c) => {
  readQuery(c, NoQuery);
  return success(c.var.account.reservationCoupons.all());
});

reservationCoupons.post("/reservationCoupons", async (c) => {
  readQuery(c, NoQuery);
  const { couponName, listingMapId, startingDate, ...given } = await readBody(c, Application);
  const endingDate = given.endingDate ?? addDays(startingDate, 1);
  getOpenListing(c, listingMapId);
  const { id: couponId } = getUsableCoupon(c, couponName, startingDate, endingDate);
  const { reservationCoupons: rows } = c.var.account;
  const id = rows.nextId();
  return success(
    rows.put({ id, reservationCouponId: id, couponId, couponName, listingMapId, startingDate, endingDate }),
  );
});

export function getUsableCoupon(
  c: HostawayContext,
  name: string,
  arrivalDate: string,
  departureDate: string,
): Coupon {
  const coupon = c.var.account.coupons.all().find((candidate) => candidate.name === name);
  const today = toDate(c.env.world.clock.now());
  const problem = coupon ? couponProblem(coupon, { today, arrivalDate, departureDate }) : "does not exist";
  if (!coupon || problem) throw invalid(c, `Coupon ${name} ${problem}`);
  return coupon;
}

export function getCouponOf(c: HostawayContext, reservationCouponId: number): Coupon {
  const held = c.var.account.reservationCoupons.find(reservationCouponId);
  const coupon = held && c.var.account.coupons.find(held.couponId);
  if (!coupon) throw invalid(c, `There is no reservation coupon ${reservationCouponId}`);
  return coupon;
}
