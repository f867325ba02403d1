import { Hono } from "hono";
import { z } from "zod";
import type { HostawayEnv } from "#sandbox/hostaway/context.ts";
import { daysBetween } from "#sandbox/hostaway/dates.ts";
import { success } from "#sandbox/hostaway/envelope.ts";
import { each, Flag, Text } from "#sandbox/hostaway/fields.ts";
import { NoQuery, readQuery } from "#sandbox/hostaway/query.ts";

export const Coupon = z.object({
  ...each(["id", "accountId"], z.int()),
  ...each(["isActive", "isExpired"], Flag),
  name: z.string(),
  type: z.enum(["percentage", "flatFee"]),
  amount: z.number(),
  minimumNights: z.int().nullable().default(null),
  ...each(["checkInDateStart", "checkInDateEnd", "validityDateStart", "validityDateEnd"], Text),
  /** -1 is unlimited. */
  numberOfUsesInitial: z.int().default(-1),
  numberOfUsesUsed: z.int().default(0),
});
export type Coupon = z.infer<typeof Coupon>;

export const coupons = new Hono<HostawayEnv>();

coupons.get("/coupons", (c) => {
  readQuery(c, NoQuery);
  return success(c.var.account.coupons.all());
});

/** Why a coupon does not apply to a stay, or undefined if it does. */
export function couponProblem(
  coupon: Coupon,
  { today, arrivalDate, departureDate }: { today: string; arrivalDate: string; departureDate: string },
): string | undefined {
  const isBetween = (date: string, start: string | null, end: string | null) =>
    (!start || date >= start) && (!end || date <= end);
  const { numberOfUsesInitial, numberOfUsesUsed, minimumNights } = coupon;
  if (!coupon.isActive) return "is not active";
  if (coupon.isExpired || !isBetween(today, coupon.validityDateStart, coupon.validityDateEnd))
    return "has expired";
  if (numberOfUsesInitial !== -1 && numberOfUsesUsed >= numberOfUsesInitial) return "is used up";
  if (!isBetween(arrivalDate, coupon.checkInDateStart, coupon.checkInDateEnd))
    return "is not for these dates";
  if (daysBetween(arrivalDate, departureDate) < (minimumNights ?? 0)) return `needs ${minimumNights} nights`;
  return undefined;
}
