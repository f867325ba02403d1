import { z } from "zod";
import { definePrompt } from "#connectors/define-prompt.ts";
import { addDays, toDate } from "../dates.ts";

const Arguments = z.object({
  property_id: z
    .string()
    .regex(/^\d+$/, "must be a property id")
    .optional()
    .describe("One property; all when left out"),
  days: z
    .string()
    .regex(/^([1-9]|[1-8]\d|90)$/, "must be a number from 1 to 90")
    .default("60")
    .describe("How many days ahead, up to 90; 60 when left out"),
});

export const pricingReview = definePrompt({
  name: "pricing_review",
  title: "Pricing review",
  description:
    "Reviews prices and minimum stays of the coming weeks and proposes changes. It changes nothing.",
  arguments: Arguments,
  completedBy: { property_id: "listing" },
  render: ({ property_id, days }, now) => {
    const start = toDate(now);
    const end = addDays(start, Number(days) - 1);
    const scope = property_id === undefined ? "all properties" : `property ${property_id}`;
    const filter = property_id === undefined ? "" : `, property_id ${property_id}`;
    return `Review the prices of ${scope}, ${start} to ${end}.

1. Call get_occupancy_report with start_date ${start}, end_date ${end}${filter}, once with group_by property and once with group_by month.
2. Call get_gap_nights with start_date ${start}, end_date ${end}${filter}; follow next_cursor to the end.
3. Call get_calendar with the same dates for up to five properties: those with the lowest and the highest occupancy.
4. Write a table of proposals: property, nights, price or minimum stay now and proposed, and the reason in the figures. Keep
   currencies apart. Then say which three matter most.

Change nothing. When I agree to a proposal, make it with a dry run of update_calendar first and show me what it says.
Use only figures from these answers; you know no prices of competitors. These tools are in the toolsets pricing and finance.`;
  },
});
