import { z } from "zod";
import { pageOf, parserOf } from "./envelope.ts";
import { date, flag, id, number, text } from "./fields.ts";

export const Coupon = z.object({
  id,
  name: text,
  type: text,
  amount: number,
  isActive: flag,
  isExpired: flag,
  minimumNights: number,
  checkInDateStart: date,
  checkInDateEnd: date,
  /** -1 is unlimited. */
  numberOfUsesInitial: number,
  numberOfUsesUsed: number,
  validityDateStart: date,
  validityDateEnd: date,
});
export type Coupon = z.infer<typeof Coupon>;

export const parseCouponPage = parserOf(pageOf(Coupon));
