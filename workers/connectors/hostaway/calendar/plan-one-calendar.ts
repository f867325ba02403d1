import type { ToolRun } from "#connectors/define-tool.ts";
import type { Plan } from "#connectors/define-write-tool.ts";
import type { HostawayClient } from "../client.ts";
import type { NightRange } from "../write-input.ts";
import { type CalendarChange, toCalendarSteps } from "./calendar-change.ts";
import { assertRanges } from "./check-ranges.ts";
import { countNights } from "./night-values.ts";
import { planNights } from "./plan-nights.ts";

interface OneCalendar {
  property_id: number;
  ranges: readonly NightRange[];
  roundToWhole?: boolean;
}

/** The plan of a tool that changes the calendar of one property. */
export async function planOneCalendar(
  { client, now, signal }: Pick<ToolRun<HostawayClient, unknown>, "client" | "now" | "signal">,
  { property_id, ranges, roundToWhole = false }: OneCalendar,
  verb = "Changes",
): Promise<Plan<CalendarChange>> {
  assertRanges(ranges);
  const listing = await client.getListing(property_id, signal, true);
  const plan = await planNights({ client, listing, ranges, roundToWhole, now, signal });
  const count = countNights(plan.after);
  const nights = count === 1 ? "1 night" : `${count} nights`;
  return {
    summary:
      count === 0
        ? `Nothing changes in the calendar of property ${property_id}.`
        : `${verb} ${nights} in the calendar of property ${property_id} (${listing.name ?? "no name"}).`,
    steps: toCalendarSteps(property_id, plan),
    money: plan.money,
    warnings: plan.warnings,
  };
}
