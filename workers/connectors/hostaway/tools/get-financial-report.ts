import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { addUp, readReports } from "../finance-report.ts";
import { Cursor, limitOf, NextCursor, Note } from "../input.ts";
import { cutRows } from "../page.ts";
import { PeriodInput, readListings, toPeriod } from "../read-period.ts";
import { StatusFilter, toStatuses } from "../statuses.ts";

const Amounts = z.record(z.string(), z.number()).describe("Without zeros; titles explains the names");

export const getFinancialReport = defineTool<HostawayClient>()({
  name: "get_financial_report",
  title: "Get financial report",
  access: "read",
  toolset: "finance",
  description:
    "Gives Hostaway's own financial report of up to 366 days: one row per property (listing) or per booking (consolidated), with base rate, fees, taxes, commissions and the account's formulas such as ownerPayout. " +
    "Use it for owner payouts, cleaning fees, taxes collected and what a manager keeps; totals are per currency, never over several. " +
    "It needs financial reporting to be enabled in Hostaway. Without it call get_financial_summary; for one booking get_reservation_financials; for settled statements list_owner_statements; for occupancy get_occupancy_report.",
  input: PeriodInput.extend({
    kind: z.enum(["listing", "consolidated"]).default("listing"),
    date_type: z
      .enum(["arrival", "departure", "booked"])
      .default("arrival")
      .describe("Which date puts a booking into the period, with all its money"),
    status: z
      .array(StatusFilter)
      .min(1)
      .default(["confirmed"])
      .describe("Groups confirmed, pending, cancelled, inquiry, all; or exact statuses"),
    limit: limitOf(25, 50),
    cursor: Cursor,
  }),
  output: z.object({
    start_date: z.string(),
    end_date: z.string(),
    basis: z.string(),
    rows: z.array(
      z.object({
        property_id: z.number().optional(),
        property_name: z.string().optional(),
        currency: z.string().optional(),
        details: z.record(z.string(), z.string()).optional(),
        amounts: Amounts,
      }),
    ),
    totals: z
      .array(z.object({ currency: z.string().optional(), amounts: Amounts }))
      .describe("Of all rows, on every page; never add them up over currencies"),
    titles: z.record(z.string(), z.string()),
    rows_in_all: z.number(),
    next_cursor: NextCursor,
    note: Note,
  }),
  async run({ client, input, cursors, signal }) {
    const period = toPeriod(input);
    const listings = await readListings(client, input.property_id, signal);
    const { rows, titles } = await readReports(
      client,
      input.kind === "listing" ? "listingFinancials" : "consolidated",
      {
        fromDate: period.start,
        toDate: period.end,
        dateType: dateTypes[input.date_type],
        statuses: toStatuses(input.status),
      },
      listings.rows,
      signal,
    );
    const page = cutRows(rows, cursors, input);
    return {
      start_date: period.start,
      end_date: period.end,
      basis: basisInWords[input.date_type],
      rows: page.rows.map((row) => ({
        ...row,
        details: Object.keys(row.details).length > 0 ? row.details : undefined,
      })),
      totals: addUp(rows),
      titles,
      rows_in_all: rows.length,
      next_cursor: page.nextCursor,
      note: listings.next === undefined ? undefined : "Not all properties were read. Give a property_id.",
    };
  },
});

const dateTypes = { arrival: "arrivalDate", departure: "departureDate", booked: "reservationDate" } as const;

const basisInWords = {
  arrival: "Bookings that arrive in the period, with all their money, as Hostaway reports them.",
  departure: "Bookings that depart in the period, with all their money, as Hostaway reports them.",
  booked: "Bookings made in the period, with all their money, as Hostaway reports them.",
} as const;
