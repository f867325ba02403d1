import { addDays, toDate } from "../dates.ts";
import { isBigChange } from "../prices.ts";
import type { Night } from "../schemas/night.ts";
import { getAvailability, hasUnits } from "./night-values.ts";
import { isChanged, type PlannedNight } from "./planned-night.ts";

/** What a careful person would want to know before changing these nights. `nights` has some around them, too. */
export function findWarnings(
  nights: readonly Night[],
  planned: readonly PlannedNight[],
  now: number,
): string[] {
  const today = toDate(now);
  const changed = planned.filter(isChanged);
  const warnings: [PlannedNight[], (nights: string) => string][] = [
    [
      changed.filter(({ before, after }) => isBigChange(Number(before.price), Number(after.price))),
      (many) => `The price of ${many} changes by more than 30 %.`,
    ],
    [
      changed.filter(({ night, after }) => "price" in after && isBooked(night)),
      (many) => `Booked among those with a new price: ${many}. Those bookings keep their price.`,
    ],
    [planned.filter(isHeld), (many) => `Not freed, because bookings hold them: ${many}.`],
    [
      planned.filter(({ range, night }) => range.availability === "blocked" && night.status === "pending"),
      (many) => `A guest's request waits for an answer: ${many}.`,
    ],
    [
      planned.filter(({ range, night }) => range.availability !== undefined && hasUnits(night)),
      (many) => `The property has several units, and all that are not booked are meant: ${many}.`,
    ],
    [planned.filter(({ night }) => night.date < today), (many) => `In the past: ${many}.`],
    [
      planned.filter((night) => !isChanged(night) && !isHeld(night)),
      (many) => `That way already and left alone: ${many}.`,
    ],
  ];
  return [
    ...warnings.flatMap(([{ length }, toText]) =>
      length > 0 ? toText(length === 1 ? "1 night" : `${length} nights`) : [],
    ),
    ...findClosedGaps(nights, changed),
  ];
}

const isBooked = (night: Night) => getAvailability(night) === "booked";

const isHeld = ({ range, night }: PlannedNight) =>
  range.availability === "available" && isBooked(night) && !hasUnits(night);

/** Free nights between two stays that nobody can book any more, since they are fewer than the new minimum stay. */
function findClosedGaps(nights: readonly Night[], changed: readonly PlannedNight[]): string[] {
  const minimums = new Map(changed.map(({ night, after }) => [night.date, Number(after.min_stay ?? 0)]));
  return listGaps(nights)
    .filter(({ start, length }) => (minimums.get(start) ?? 0) > length)
    .map(
      ({ start, length }) =>
        `The ${length === 1 ? "free night" : `${length} free nights`} from ${start} to ${addDays(start, length)} become too short a gap for the minimum stay of ${minimums.get(start)}.`,
    );
}

/** Free nights in a row with a taken one on either side. */
function listGaps(nights: readonly Night[]): { start: string; length: number }[] {
  const sorted = nights.toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const taken = sorted.flatMap((night, index) => (getAvailability(night) === "available" ? [] : [index]));
  return taken.flatMap((index, place) => {
    const length = (taken[place + 1] ?? 0) - index - 1;
    const start = sorted[index + 1]?.date;
    return length > 0 && start !== undefined ? [{ start, length }] : [];
  });
}
