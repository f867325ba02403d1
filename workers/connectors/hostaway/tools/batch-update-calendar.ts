import { z } from "zod";
import { defineWriteTool } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";
import { planItems } from "../batch-plan.ts";
import { applyNights, CalendarChange, calendarUndo, toCalendarSteps } from "../calendar/calendar-change.ts";
import { assertBatchNights, assertRanges } from "../calendar/check-ranges.ts";
import { planNights } from "../calendar/plan-nights.ts";
import type { HostawayClient } from "../client.ts";
import { getFrom, readListings } from "../read-listings.ts";
import { NightRange, propertyIds, RoundToWhole } from "../write-input.ts";

const MAX_PROPERTIES = 50;
const MAX_INTERVALS = 200;

const Update = NightRange.extend({ property_ids: propertyIds(MAX_PROPERTIES) });
type Update = z.infer<typeof Update>;

export const batchUpdateCalendar = defineWriteTool<HostawayClient>()({
  name: "batch_update_calendar",
  title: "Batch update calendar",
  access: "write",
  toolset: "pricing",
  description:
    "Sets prices, stay rules, notes or availability of nights in the calendars of several properties, each update naming its properties and one range of nights. " +
    "At most 50 properties, 200 ranges and 2,000 nights, counted per property; ranges of one property must not overlap. Nights that a booking holds are never freed, and cannot be blocked. " +
    "Properties that fail are reported one by one, and the others go through. " +
    "For one property use update_calendar; for base prices batch_update_listings.",
  input: z.object({
    updates: z.array(Update).min(1).max(MAX_INTERVALS),
    round_to_whole: RoundToWhole,
  }),
  change: CalendarChange,
  batch: true,
  repeatable: true,
  async plan({ client, input, now, progress, signal }) {
    const rangesById = toRangesById(input.updates);
    assertBatchNights(rangesById.values());
    const listings = await readListings({ client, signal });
    const plan = await planItems({
      ids: [...rangesById.keys()],
      progress,
      async plan(id) {
        const [listing, ranges] = [getFrom(listings, id), rangesById.get(id) ?? []];
        const roundToWhole = input.round_to_whole;
        const nights = await planNights({ client, listing, ranges, roundToWhole, now, signal });
        return { ...nights, steps: toCalendarSteps(id, nights) };
      },
    });
    return {
      ...plan,
      summary: `Changes the calendars of ${plan.steps.length} of ${rangesById.size} properties.`,
    };
  },
  apply: applyNights,
  undo: calendarUndo,
});

function toRangesById(updates: readonly Update[]): Map<number, Update[]> {
  const intervals = updates.reduce((sum, { property_ids }) => sum + property_ids.length, 0);
  if (intervals > MAX_INTERVALS) {
    throw new AppError("invalid_request", `${intervals} ranges; at most ${MAX_INTERVALS} at once.`);
  }
  const rangesById = Map.groupBy(
    updates.flatMap((update) => update.property_ids.map((id) => ({ id, update }))),
    ({ id }) => id,
  );
  if (rangesById.size > MAX_PROPERTIES) {
    throw new AppError(
      "invalid_request",
      `${rangesById.size} properties; at most ${MAX_PROPERTIES} at once.`,
    );
  }
  return new Map(
    [...rangesById].map(([id, entries]) => {
      const ranges = entries.map(({ update }) => update);
      assertRanges(ranges, `Property ${id}: `);
      return [id, ranges];
    }),
  );
}
