import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { toDate } from "../dates.ts";
import { Cursor, limitOf, NextCursor, Total } from "../input.ts";
import { cutPage, readPosition } from "../page.ts";
import type { Coupon } from "../schemas/coupon.ts";

const text = z.string().optional();
const number = z.number().optional();

export const listCoupons = defineTool<HostawayClient>()({
  name: "list_coupons",
  title: "List coupons",
  access: "read",
  toolset: "operations",
  description:
    "Lists the discount coupons for direct bookings, by name, with what they are worth, for which stays, until when, and how often they can still be used; by default those that work today. " +
    "Coupons cannot be made or applied from here. For a price without a coupon call quote_price.",
  input: z.object({
    include_unusable: z.boolean().default(false).describe("Also inactive, expired and used-up ones"),
    limit: limitOf(25, 100),
    cursor: Cursor,
  }),
  output: z.object({
    coupons: z.array(
      z.object({
        id: z.number(),
        name: text,
        type: text.describe("percentage or flatFee"),
        amount: number,
        usable: z.boolean(),
        min_nights: number,
        arrival_from: text,
        arrival_to: text,
        valid_from: text,
        valid_to: text,
        uses_left: number.describe("Absent when unlimited"),
      }),
    ),
    total: Total,
    next_cursor: NextCursor,
  }),
  async run({ client, input, cursors, now, signal }) {
    const today = toDate(now);
    const rows = (await client.operations.getCoupons(signal)).filter(
      (coupon) => input.include_unusable || isUsable(coupon, today),
    );
    const page = cutPage(
      { rows },
      {
        cursors,
        position: readPosition(cursors, input.cursor),
        limit: input.limit,
        toKey: ({ name = "" }) => name.toLowerCase(),
      },
    );
    return {
      coupons: page.rows.map((coupon) => ({
        id: coupon.id,
        name: coupon.name,
        type: coupon.type,
        amount: coupon.amount,
        usable: isUsable(coupon, today),
        min_nights: coupon.minimumNights,
        arrival_from: coupon.checkInDateStart,
        arrival_to: coupon.checkInDateEnd,
        valid_from: coupon.validityDateStart,
        valid_to: coupon.validityDateEnd,
        uses_left: toUsesLeft(coupon),
      })),
      total: page.total,
      next_cursor: page.nextCursor,
    };
  },
});

const isUsable = (coupon: Coupon, today: string): boolean =>
  coupon.isActive === true &&
  !coupon.isExpired &&
  (coupon.validityDateStart ?? today) <= today &&
  (coupon.validityDateEnd ?? today) >= today &&
  (toUsesLeft(coupon) ?? 1) > 0;

function toUsesLeft({ numberOfUsesInitial = -1, numberOfUsesUsed = 0 }: Coupon): number | undefined {
  return numberOfUsesInitial < 0 ? undefined : Math.max(0, numberOfUsesInitial - numberOfUsesUsed);
}
