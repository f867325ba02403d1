import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { BookingId } from "../input.ts";
import { PriceItem, toPriceItems } from "../price-items.ts";

export const getReservationFinancials = defineTool<HostawayClient>()({
  name: "get_reservation_financials",
  title: "Get reservation financials",
  access: "read",
  toolset: "finance",
  description:
    "Shows the money of one booking as Hostaway's finance has it: price items, what each named amount is (base rate, fees, taxes, commissions), the account's formulas such as ownerPayout, and what the guest still owes. " +
    "Use it to explain a payout. It needs financial reporting to be enabled in Hostaway; without it call get_booking_details. For many bookings call get_financial_report; for payments list_guest_charges.",
  input: z.object({ booking_id: BookingId }),
  output: z.object({
    booking_id: z.number(),
    status: z.string().optional().describe("A cancelled booking can still have money"),
    total_price: z.number().optional(),
    currency: z.string().optional().describe("Of all amounts here"),
    is_paid: z.boolean().optional(),
    remaining_balance: z.number().optional(),
    items: z.array(PriceItem),
    amounts: z.record(z.string(), z.number()).describe("Under Hostaway's names, without zeros"),
    formulas: z.array(z.object({ name: z.string().optional(), amount: z.number().optional() })),
  }),
  async run({ client, input, signal }) {
    const { booking_id } = input;
    const [booking, amounts, formulas] = await Promise.all([
      client.bookings.get(booking_id, signal),
      client.finance.getStandardFields(booking_id, signal),
      client.finance.getCalculatedFields(booking_id, signal),
    ]);
    return {
      booking_id,
      status: booking.status,
      total_price: booking.totalPrice,
      currency: booking.currency,
      is_paid: booking.isPaid,
      remaining_balance: booking.remainingBalance,
      items: toPriceItems(booking.financeField),
      amounts: Object.fromEntries(amounts),
      formulas: formulas.map(({ formulaName, formulaResult }) => ({
        name: formulaName,
        amount: formulaResult,
      })),
    };
  },
});
