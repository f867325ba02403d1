import { z } from "zod";
import type { JsonObject } from "#connectors/define-write-tool.ts";
import { isFree } from "../availability.ts";
import type { CalendarInterval } from "../client/calendar.ts";
import { addDays } from "../dates.ts";
import type { Night } from "../schemas/night.ts";

export const nightFields = [
  "availability",
  "units_to_sell",
  "price",
  "min_stay",
  "max_stay",
  "closed_on_arrival",
  "closed_on_departure",
  "note",
] as const;
type NightField = (typeof nightFields)[number];

export const NightValues = z.partialRecord(
  z.enum(nightFields),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
);
export type NightValues = { [field: string]: string | number | boolean | null };

/** Values by night or by range of nights: `2026-12-01` or `2026-12-01..2026-12-05`, both ends included. */
export const NightRanges = z.record(z.string(), z.record(z.string(), NightValues.valueType));
export type NightRanges = { [range: string]: NightValues };

const blockedStatuses = new Set<string | undefined>(["blocked", "mblocked", "hardBlock"]);

export type Availability = "available" | "blocked" | "booked";

/** Whoever is not known to have blocked a night may be a guest: such a night counts as booked. */
export function getAvailability(night: Night): Availability {
  if (isFree(night)) return "available";
  return blockedStatuses.has(night.status) ? "blocked" : "booked";
}

/** Of several units, some may be sold and others not; then availability is a number. */
export const hasUnits = ({ countAvailableUnits = 0 }: Night): boolean => countAvailableUnits > 1;

const read: Record<NightField, (night: Night) => NightValues[string]> = {
  availability: getAvailability,
  units_to_sell: ({ desiredUnitsToSell, countAvailableUnits }) =>
    desiredUnitsToSell ?? countAvailableUnits ?? null,
  price: ({ price }) => price ?? null,
  min_stay: ({ minimumStay }) => minimumStay ?? null,
  max_stay: ({ maximumStay }) => maximumStay ?? null,
  closed_on_arrival: ({ closedOnArrival }) => closedOnArrival ?? false,
  closed_on_departure: ({ closedOnDeparture }) => closedOnDeparture ?? false,
  note: ({ note }) => note ?? null,
};

/** The same fields as `like`, as they are on that night. */
export const readValues = (night: Night, like: NightValues): NightValues =>
  Object.fromEntries(
    nightFields.filter((field) => field in like).map((field) => [field, read[field](night)]),
  );

export function listDates(start: string, end: string): string[] {
  const dates: string[] = [];
  for (let date = start; date <= end; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/** Nights in a row with equal values become one range. */
export function toRanges(nights: ReadonlyMap<string, NightValues>): NightRanges {
  const runs: { start: string; end: string; values: NightValues }[] = [];
  for (const date of [...nights.keys()].sort()) {
    const values = nights.get(date) ?? {};
    const last = runs.at(-1);
    if (last && addDays(last.end, 1) === date && isSame(last.values, values)) last.end = date;
    else runs.push({ start: date, end: date, values });
  }
  return Object.fromEntries(
    runs.map(({ start, end, values }) => [start === end ? start : `${start}..${end}`, values]),
  );
}

export const isSame = (a: NightValues, b: NightValues): boolean => JSON.stringify(a) === JSON.stringify(b);

export function* eachRange(ranges: NightRanges) {
  for (const [range, values] of Object.entries(ranges)) {
    const [start = range, end = start] = range.split("..");
    yield { start, end, values };
  }
}

export const countNights = (ranges: NightRanges): number =>
  [...eachRange(ranges)].reduce((sum, { start, end }) => sum + listDates(start, end).length, 0);

/** What Hostaway takes; a note is emptied rather than set to null. */
const Outgoing = z.object({
  availability: z.enum(["available", "blocked"]).optional(),
  units_to_sell: z.number().optional(),
  price: z.number().optional(),
  min_stay: z.number().optional(),
  max_stay: z.number().optional(),
  closed_on_arrival: z.boolean().optional(),
  closed_on_departure: z.boolean().optional(),
  note: z.string().nullish(),
});

/** Values that Hostaway did not tell cannot be given back to it, so whoever holds one cannot be restored. */
export const isSendable = (ranges: JsonObject | null): ranges is NightRanges =>
  z.record(z.string(), Outgoing).safeParse(ranges).success;

export function toIntervals(ranges: NightRanges): CalendarInterval[] {
  return [...eachRange(ranges)].map(({ start, end, values }) => {
    const value = Outgoing.parse(values);
    return {
      startDate: start,
      endDate: end,
      isAvailable: value.availability && toFlag(value.availability === "available"),
      desiredUnitsToSell: value.units_to_sell,
      price: value.price,
      minimumStay: value.min_stay,
      maximumStay: value.max_stay,
      closedOnArrival: toFlag(value.closed_on_arrival),
      closedOnDeparture: toFlag(value.closed_on_departure),
      note: value.note === null ? "" : value.note,
    };
  });
}

const toFlag = (value: boolean | undefined) => (value === undefined ? undefined : value ? 1 : 0);
