import { z } from "zod";
import { definePrompt } from "#connectors/define-prompt.ts";

const Arguments = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month such as 2026-10")
    .optional()
    .describe("Month as YYYY-MM; last month when left out"),
  property_id: z
    .string()
    .regex(/^\d+$/, "must be a property id")
    .optional()
    .describe("One property; all when left out"),
});

export const monthlyOwnerReport = definePrompt({
  name: "monthly_owner_report",
  title: "Monthly owner report",
  description:
    "Writes the month's report for a property owner: revenue, occupancy, stays and what stood out.",
  arguments: Arguments,
  completedBy: { property_id: "listing" },
  render: ({ month, property_id }, now) => {
    const { start, end } = toRange(month, now);
    const scope = property_id === undefined ? "all properties" : `property ${property_id}`;
    const filter = property_id === undefined ? "" : `, property_id ${property_id}`;
    return `Write the owner report for ${scope}, ${start} to ${end}.

1. Call get_financial_summary with start_date ${start}, end_date ${end}${filter}.
2. Call get_bookings with arrival_from ${start}, arrival_to ${end}${filter}; follow next_cursor to the end.
3. Write one page for the owner: revenue, nights, occupancy and average nightly rate per property and per currency (never
   added across currencies; state the basis), the stays of the month in a table, and two or three sentences on what stood out.

Use only figures from these answers. Where something is missing, say so instead of estimating it.`;
  },
});

/** First and last day of a month; the month before `now` when none is named. */
function toRange(month: string | undefined, now: number): { start: string; end: string } {
  const today = new Date(now);
  const first =
    month === undefined ? Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - 1, 1) : Date.parse(month);
  const date = new Date(first);
  const last = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0);
  return { start: toDate(first), end: toDate(last) };
}

const toDate = (at: number) => new Date(at).toISOString().slice(0, 10);
