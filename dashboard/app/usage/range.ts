const DAY_MS = 24 * 60 * 60 * 1_000;

export const spans = [7, 30, 90] as const;
type Span = (typeof spans)[number];

/** Which UTC days, both included, and whether they are shown by day or, if it is one, by hour. */
export interface Range {
  from: string;
  to: string;
  by: "day" | "hour";
  /** Null: it is one day. */
  span: Span | null;
}

/** What the address asks for: `?day=2027-03-10`, or `?days=90`, the latest ninety. */
export function toRange(search: URLSearchParams, now: number): Range {
  const day = search.get("day");
  if (day) return { from: day, to: day, by: "hour", span: null };
  const span = spans.find((days) => String(days) === search.get("days")) ?? 30;
  return { from: toDay(now - (span - 1) * DAY_MS), to: toDay(now), by: "day", span };
}

/** The range as an address has it. */
export const toSearch = ({ from, span }: Range) => (span === null ? `?day=${from}` : `?days=${span}`);

/** Every day or hour of the range as the API calls it, also those in which nothing happened. */
export function listTimes({ from, to, by }: Range): string[] {
  const start = Date.parse(from);
  if (by === "hour")
    return Array.from({ length: 24 }, (_, hour) => `${from}T${String(hour).padStart(2, "0")}`);
  const count = Math.round((Date.parse(to) - start) / DAY_MS) + 1;
  return Array.from({ length: count }, (_, index) => toDay(start + index * DAY_MS));
}

export const addDays = (day: string, count: number) => toDay(Date.parse(day) + count * DAY_MS);

export const toDay = (at: number) => new Date(at).toISOString().slice(0, 10);
