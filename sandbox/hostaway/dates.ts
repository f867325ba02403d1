const dayMs = 86_400_000;

/** `Y-m-d` of a moment, in UTC. */
export const toDate = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Hostaway's timestamp: `Y-m-d H:M:S`, in UTC. */
export const toStamp = (ms: number) => new Date(ms).toISOString().slice(0, 19).replace("T", " ");

export const addDays = (date: string, days: number) => toDate(Date.parse(date) + days * dayMs);

export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** The dates from `start` to before `end`; for a stay, its nights. */
export function datesBefore(start: string, end: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(start, end)) }, (_, day) => addDays(start, day));
}
