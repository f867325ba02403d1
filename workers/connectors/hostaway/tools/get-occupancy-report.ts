import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { Cursor, limitOf, NextCursor, Note } from "../input.ts";
import { reportOccupancy, toOccupancyRow } from "../occupancy.ts";
import { cutRows } from "../page.ts";
import { basisInWords, PeriodInput, readPeriod, toPeriod } from "../read-period.ts";

const BASIS = `${basisInWords.stay_night} Occupancy: nights of confirmed bookings out of all nights of all properties; nights of owners and blocked nights count as unsold. RevPAR: revenue per night of all properties priced in that currency, sold or not. Revenue is the total price in Hostaway, with fees and taxes, before commissions.`;

const Row = z.object({
  stays: z.number(),
  nights: z.number().describe("Booked"),
  owner_nights: z.number().optional(),
  nights_in_all: z.number().describe("Booked or not"),
  occupancy_percent: z.number().optional(),
  stays_without_price: z.number().optional().describe("In nights and occupancy, not in money"),
  earnings: z
    .array(
      z.object({
        currency: z.string(),
        revenue: z.number(),
        adr: z.number().optional().describe("Average daily rate"),
        revpar: z.number().optional(),
      }),
    )
    .describe("One row per currency; never add them up"),
});

export const getOccupancyReport = defineTool<HostawayClient>()({
  name: "get_occupancy_report",
  title: "Get occupancy report",
  access: "read",
  toolset: "finance",
  description:
    "Reports occupancy, ADR and RevPAR of a period of up to 366 days, past or future, by property, channel or month, each per currency. " +
    "A channel's occupancy is its part of all nights. Use it for occupancy of the next 30, 60 or 90 days too: what is booked so far. " +
    "For revenue by another basis call get_financial_summary; for commissions get_revenue_by_channel; for owner payouts get_financial_report.",
  input: PeriodInput.extend({
    group_by: z.enum(["property", "channel", "month"]).default("property"),
    limit: limitOf(50, 100),
    cursor: Cursor,
  }),
  output: z.object({
    start_date: z.string(),
    end_date: z.string(),
    basis: z.string(),
    total: Row,
    groups: z.array(
      z
        .object({
          property_id: z.number().optional(),
          group: z.string().describe("Name of the property, the channel, or the month as YYYY-MM"),
        })
        .extend(Row.shape),
    ),
    groups_in_all: z.number(),
    next_cursor: NextCursor,
    note: Note,
  }),
  async run({ client, input, cursors, progress, signal }) {
    const period = toPeriod(input);
    const { reservations, listings, note } = await readPeriod(client, {
      period,
      basis: "stay_night",
      propertyId: input.property_id,
      onPage: progress,
      signal,
    });
    const { total, groups } = reportOccupancy(reservations, listings, period, input.group_by);
    const page = cutRows(groups, cursors, input);
    return {
      start_date: period.start,
      end_date: period.end,
      basis: BASIS,
      total: toOccupancyRow(total),
      groups: page.rows.map((figures) => ({
        property_id: input.group_by === "property" ? figures.propertyId : undefined,
        group: figures.label,
        ...toOccupancyRow(figures),
      })),
      groups_in_all: groups.length,
      next_cursor: page.nextCursor,
      note,
    };
  },
});
