import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { BookingId, Cursor, limitOf, NextCursor, Note, PropertyId, Total } from "../input.ts";
import { sumByCurrency } from "../money.ts";
import { cutPage, readPosition } from "../page.ts";
import type { Charge } from "../schemas/charge.ts";
import { walkByOffset } from "../walk.ts";

const MAX_PAGES = 10;
const settled = new Set(["paid", "cancelled"]);

const text = z.string().optional();

export const listGuestCharges = defineTool<HostawayClient>()({
  name: "list_guest_charges",
  title: "List guest charges",
  access: "read",
  toolset: "finance",
  description:
    "Lists what guests were charged or are still to be charged, by due date, with the sum per currency: by default the unpaid ones, failed payments included. " +
    "Deposits that are only held (preAuth) are listed and in no sum. Card data is never included. " +
    "Money that nobody made a charge for is not here: get_reservation_financials shows what a guest owes in all. To find a booking call get_bookings.",
  input: z.object({
    show: z.enum(["unpaid", "paid", "all"]).default("unpaid"),
    booking_id: BookingId.optional(),
    property_id: PropertyId.optional(),
    limit: limitOf(25, 100),
    cursor: Cursor,
  }),
  output: z.object({
    charges: z.array(
      z.object({
        id: z.number(),
        booking_id: z.number().optional(),
        property_id: z.number().optional(),
        title: text,
        type: text.describe("charge or preAuth"),
        amount: z.number().optional(),
        currency: text,
        status: text,
        payment_method: text,
        provider: text,
        due_date: text,
        charged_at: text,
      }),
    ),
    sums: z
      .array(z.object({ currency: z.string(), amount: z.number() }))
      .describe("Of all charges that match, on every page; never add them up"),
    total: Total,
    next_cursor: NextCursor,
    note: Note,
  }),
  async run({ client, input, cursors, signal }) {
    const { booking_id, property_id, show } = input;
    const walk = await walkByOffset(
      (limit, offset) =>
        client.finance.getCharges(
          { limit, offset, reservationId: booking_id, listingMapId: property_id },
          signal,
        ),
      { maxPages: MAX_PAGES },
    );
    const rows = walk.rows.filter(
      (charge) =>
        (booking_id === undefined || charge.reservationId === booking_id) &&
        (property_id === undefined || charge.listingMapId === property_id) &&
        isShown(charge, show),
    );
    const page = cutPage(
      { rows },
      {
        cursors,
        position: readPosition(cursors, input.cursor),
        limit: input.limit,
        toKey: ({ scheduledDate, chargeDate }) => scheduledDate ?? chargeDate ?? "",
      },
    );
    const counted = rows.filter(({ type, status }) => type !== "preAuth" && status !== "cancelled");
    const sums = sumByCurrency(
      counted,
      ({ amount = 0 }) => amount,
      ({ currency }) => currency,
    );
    const isTruncated = walk.next !== undefined;
    return {
      charges: page.rows.map((charge) => ({
        id: charge.id,
        booking_id: charge.reservationId,
        property_id: charge.listingMapId,
        title: charge.title,
        type: charge.type,
        amount: charge.amount,
        currency: charge.currency,
        status: charge.status,
        payment_method: charge.paymentMethod,
        provider: charge.paymentProvider,
        due_date: charge.scheduledDate,
        charged_at: charge.chargeDate,
      })),
      sums: [...sums].map(([currency, amount]) => ({ currency, amount })),
      total: isTruncated ? undefined : page.total,
      next_cursor: page.nextCursor,
      note: isTruncated ? "There are more charges than were read: the sums are incomplete." : undefined,
    };
  },
});

function isShown({ status = "" }: Charge, show: "unpaid" | "paid" | "all"): boolean {
  if (show === "all") return true;
  return show === "paid" ? status === "paid" : !settled.has(status);
}
