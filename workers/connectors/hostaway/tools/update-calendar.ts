import { z } from "zod";
import { defineWriteTool } from "#connectors/define-write-tool.ts";
import { applyNights, CalendarChange, calendarUndo } from "../calendar/calendar-change.ts";
import { planOneCalendar } from "../calendar/plan-one-calendar.ts";
import type { HostawayClient } from "../client.ts";
import { PropertyId } from "../input.ts";
import { NightRange, RoundToWhole } from "../write-input.ts";

export const updateCalendar = defineWriteTool<HostawayClient>()({
  name: "update_calendar",
  title: "Update calendar",
  access: "write",
  toolset: "core",
  description:
    "Sets prices, minimum and maximum stays, closed arrival or departure days, notes or availability of nights in one property's calendar, by ranges that do not overlap. " +
    "What is not given stays as it is. Nights that a booking holds are never freed, and cannot be blocked. " +
    "For several properties use batch_update_calendar, for the base price update_listing, only to close or open nights block_dates and unblock_dates. " +
    "To see the nights first call get_calendar.",
  input: z.object({
    property_id: PropertyId,
    ranges: z.array(NightRange).min(1).max(50),
    round_to_whole: RoundToWhole,
  }),
  change: CalendarChange,
  batch: false,
  repeatable: true,
  plan: ({ input, ...run }) => planOneCalendar(run, { ...input, roundToWhole: input.round_to_whole }),
  apply: applyNights,
  undo: calendarUndo,
});
