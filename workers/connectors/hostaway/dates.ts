import { z } from "zod";
import { AppError } from "#errors.ts";

const DAY = 86_400_000;
const MAX_NIGHTS = 365;

export const CalendarDate = z
  .string()
  .refine(isCalendarDate, "must be a real calendar date, written YYYY-MM-DD")
  .meta({ format: "date" });

function isCalendarDate(value: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  return !Number.isNaN(time) && toDate(time) === value;
}

export const toDate = (time: number): string => new Date(time).toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string => toDate(Date.parse(date) + days * DAY);

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** The later of two dates, either of which may be open. */
export const latest = (a: string | undefined, b: string | undefined) => (a && b ? (a > b ? a : b) : (a ?? b));

/** The earlier of two dates, either of which may be open. */
export const earliest = (a: string | undefined, b: string | undefined) =>
  a && b ? (a < b ? a : b) : (a ?? b);

/** `from` and `to` are the names of two arguments in `input`, so that the refusal can name them. */
export function assertOrdered<Name extends string>(
  input: Partial<Record<Name, string>>,
  from: Name,
  to: Name,
): void {
  const [start, end] = [input[from], input[to]];
  if (start === undefined || end === undefined || start <= end) return;
  throw new AppError("invalid_request", `\`${from}\` (${start}) is after \`${to}\` (${end}). Swap them.`);
}

/** Both days count. */
export function assertAtMostDays<Name extends string>(
  input: Partial<Record<Name, string>>,
  from: Name,
  to: Name,
  most: number,
): void {
  const [start, end] = [input[from], input[to]];
  if (start === undefined || end === undefined || daysBetween(start, end) < most) return;
  const range = `\`${from}\` (${start}) to \`${to}\` (${end})`;
  throw new AppError("invalid_request", `${range} is longer than ${most} days.`);
}

/** A stay that can still be booked: at least one night, at most a year, not in the past. Returns its nights. */
export function assertBookable<Name extends string>(
  input: Record<Name, string>,
  from: Name,
  to: Name,
  now: number,
): number {
  const [arrival, departure] = [input[from], input[to]];
  const nights = daysBetween(arrival, departure);
  const refuse = (why: string) => {
    throw new AppError("invalid_request", `\`${from}\` (${arrival}) and \`${to}\` (${departure}): ${why}`);
  };
  if (nights < 1) refuse("the departure must be after the arrival.");
  if (nights > MAX_NIGHTS) refuse(`at most ${MAX_NIGHTS} nights at once.`);
  // One day of slack: somewhere it is still yesterday.
  if (arrival < addDays(toDate(now), -1)) refuse(`the arrival is in the past; today is ${toDate(now)}.`);
  return nights;
}
