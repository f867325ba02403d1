import { AppError } from "#errors.ts";
import { daysBetween } from "../dates.ts";
import { assertOnePrice } from "../prices.ts";
import type { NightRange } from "../write-input.ts";

const MAX_NIGHTS = 366;
/** Of all properties together: each night may come back in the answer, with what it was and will be. */
const MAX_BATCH_NIGHTS = 2_000;

/** All that can be found wrong with the ranges of one property without asking Hostaway. */
export function assertRanges(ranges: readonly NightRange[], where = ""): void {
  const sorted = ranges.toSorted((a, b) => (a.start_date < b.start_date ? -1 : 1));
  for (const range of sorted) assertRange(range);
  sorted.slice(1).forEach((range, index) => {
    const before = sorted[index];
    if (before === undefined || before.end_date < range.start_date) return;
    refuse(`${where}${show(before)} and ${show(range)} overlap. Name each night once.`);
  });
  const start = sorted[0]?.start_date;
  const end = sorted.at(-1)?.end_date;
  if (start !== undefined && end !== undefined && daysBetween(start, end) >= MAX_NIGHTS) {
    refuse(`${where}${start} to ${end} is more than ${MAX_NIGHTS} nights. Make several changes of it.`);
  }
}

/** How much of the calendars one batch may change. */
export function assertBatchNights(rangesOfProperties: Iterable<readonly NightRange[]>): void {
  const nights = [...rangesOfProperties]
    .flat()
    .reduce((sum, { start_date, end_date }) => sum + daysBetween(start_date, end_date) + 1, 0);
  if (nights <= MAX_BATCH_NIGHTS) return;
  refuse(
    `${nights} nights, counted per property; at most ${MAX_BATCH_NIGHTS} at once. Make several changes of it.`,
  );
}

function assertRange(range: NightRange): void {
  const { start_date, end_date, min_stay = 0, max_stay, ...values } = range;
  if (start_date > end_date) {
    refuse(`\`start_date\` (${start_date}) is after \`end_date\` (${end_date}). Swap them.`);
  }
  assertOnePrice(range);
  if (max_stay !== undefined && min_stay > max_stay) {
    refuse(`${show(range)}: \`min_stay\` (${min_stay}) is more than \`max_stay\` (${max_stay}).`);
  }
  const given = [range.min_stay, max_stay, ...Object.values(values)];
  if (given.every((value) => value === undefined)) refuse(`${show(range)} changes nothing. Give a value.`);
}

const show = ({ start_date, end_date }: NightRange) => `${start_date} to ${end_date}`;

function refuse(message: string): never {
  throw new AppError("invalid_request", message);
}
