import { z } from "zod";
import { defineWriteTool } from "#connectors/define-write-tool.ts";
import { applyNights, CalendarChange, calendarUndo } from "../calendar/calendar-change.ts";
import { planOneCalendar } from "../calendar/plan-one-calendar.ts";
import type { HostawayClient } from "../client.ts";
import { PropertyId } from "../input.ts";
import { NightRange } from "../write-input.ts";

const { start_date, end_date } = NightRange.shape;

export const unblockDates = defineWriteTool<HostawayClient>()({
  name: "unblock_dates",
  title: "Unblock dates",
  access: "write",
  toolset: "core",
  description:
    "Puts blocked nights of one property back on sale, from the first to the last night, both included. " +
    "Only what was blocked by hand is opened: nights that a booking holds stay booked and are told of in the warnings; to free those use cancel_booking. " +
    "To see what is blocked call get_calendar; closing nights is block_dates; several properties at once are batch_update_calendar.",
  input: z.object({ property_id: PropertyId, start_date, end_date }),
  change: CalendarChange,
  batch: false,
  repeatable: true,
  plan({ input: { property_id, ...range }, ...run }) {
    return planOneCalendar(run, { property_id, ranges: [{ ...range, availability: "available" }] }, "Frees");
  },
  apply: applyNights,
  undo: calendarUndo,
});
