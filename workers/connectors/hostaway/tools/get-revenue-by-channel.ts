import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { sumByChannel } from "../channel-revenue.ts";
import type { HostawayClient } from "../client.ts";
import { Note } from "../input.ts";
import { BasisInput, basisInWords, PeriodInput, readPeriod, toPeriod } from "../read-period.ts";

export const getRevenueByChannel = defineTool<HostawayClient>()({
  name: "get_revenue_by_channel",
  title: "Get revenue by channel",
  access: "read",
  toolset: "finance",
  description:
    "Splits the revenue of confirmed bookings (new and modified) of up to 366 days by where they were booked, per currency: bookings, nights, revenue, share of that currency's revenue, average nightly rate, and the channel's commission where Hostaway knows it. " +
    "Revenue is the total price with fees and taxes, before commission. Currencies are never converted or added. " +
    "For totals and properties call get_financial_summary; for occupancy and RevPAR by channel get_occupancy_report.",
  input: PeriodInput.extend({ basis: BasisInput }),
  output: z.object({
    start_date: z.string(),
    end_date: z.string(),
    basis: z.string(),
    channels: z.array(
      z.object({
        channel: z.string(),
        currency: z.string(),
        bookings: z.number(),
        nights: z.number(),
        revenue: z.number(),
        share_percent: z.number().optional(),
        average_nightly_rate: z.number().optional(),
        average_nights: z.number(),
        commission: z.number().optional(),
        bookings_with_commission: z.number().describe("Those whose commission Hostaway knows"),
      }),
    ),
    bookings_without_price: z.number().describe("In no row"),
    note: Note,
  }),
  async run({ client, input, progress, signal }) {
    const { basis } = input;
    const period = toPeriod(input);
    const { reservations, listings, note } = await readPeriod(client, {
      period,
      basis,
      propertyId: input.property_id,
      onPage: progress,
      signal,
    });
    const { rows, withoutPrice } = sumByChannel(reservations, listings, basis, period);
    return {
      start_date: period.start,
      end_date: period.end,
      basis: basisInWords[basis],
      channels: rows,
      bookings_without_price: withoutPrice,
      note,
    };
  },
});
