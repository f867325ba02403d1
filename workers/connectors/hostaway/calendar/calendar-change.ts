import { z } from "zod";
import type { JsonObject, Plan, Undo } from "#connectors/define-write-tool.ts";
import type { HostawayClient } from "../client.ts";
import {
  countNights,
  eachRange,
  isSendable,
  listDates,
  NightRanges,
  readValues,
  toIntervals,
  toRanges,
} from "./night-values.ts";
import type { NightsPlan } from "./plan-nights.ts";

/** New values of the nights of one property, all of them absolute. */
export const CalendarChange = z.object({ property_id: z.int().positive(), nights: NightRanges });
export type CalendarChange = z.infer<typeof CalendarChange>;

interface Application {
  client: HostawayClient;
  change: CalendarChange;
  signal: AbortSignal;
}

export const toCalendarSteps = (id: number, { before, after }: NightsPlan): Plan<CalendarChange>["steps"] =>
  Object.keys(after).length === 0
    ? []
    : [{ item: String(id), change: { property_id: id, nights: after }, before, after }];

export async function applyNights({ client, change, signal }: Application): Promise<JsonObject> {
  const { property_id, nights } = change;
  await client.calendar.setIntervals(property_id, toIntervals(nights), signal);
  return { property_id, nights_changed: countNights(nights) };
}

/** The same fields of the same nights as in `change`, as they are now. */
export async function readNights({ client, change, signal }: Application): Promise<NightRanges> {
  const { property_id, nights } = change;
  const wanted = new Map(
    [...eachRange(nights)].flatMap(({ start, end, values }) =>
      listDates(start, end).map((date) => [date, values] as const),
    ),
  );
  const dates = [...wanted.keys()].sort();
  const [first = "", last = ""] = [dates[0], dates.at(-1)];
  const found = await client.calendar.getNights(property_id, first, last, signal);
  return toRanges(
    new Map(
      found.flatMap((night) => {
        const values = wanted.get(night.date);
        return values === undefined ? [] : [[night.date, readValues(night, values)] as const];
      }),
    ),
  );
}

/** Each night gets back what it had. A night that followed the property's own price has it as its own afterwards. */
export const calendarUndo: Undo<HostawayClient, CalendarChange> = {
  reverse: ({ before, change }) =>
    isSendable(before) ? { property_id: change.property_id, nights: before } : null,
  read: readNights,
};
