import { z } from "zod";
import { defineWriteTool } from "#connectors/define-write-tool.ts";
import { applyNights, CalendarChange, calendarUndo } from "../calendar/calendar-change.ts";
import { planOneCalendar } from "../calendar/plan-one-calendar.ts";
import type { HostawayClient } from "../client.ts";
import { PropertyId } from "../input.ts";
import { NightRange } from "../write-input.ts";

const { start_date, end_date, note } = NightRange.shape;

export const blockDates = defineWriteTool<HostawayClient>()({
  name: "block_dates",
  title: "Block dates",
  access: "write",
  toolset: "core",
  description:
    "Takes nights of one property off sale, such as for repairs or the owner, from the first to the last night, both included. " +
    "Refuses, and names the booking, when a booking holds one of them: leave those nights out, or move the booking with update_booking. " +
    "Open them again with unblock_dates. For several properties use batch_update_calendar.",
  input: z.object({ property_id: PropertyId, start_date, end_date, note }),
  change: CalendarChange,
  batch: false,
  repeatable: true,
  plan({ input: { property_id, ...range }, ...run }) {
    return planOneCalendar(run, { property_id, ranges: [{ ...range, availability: "blocked" }] }, "Blocks");
  },
  apply: applyNights,
  undo: calendarUndo,
});
