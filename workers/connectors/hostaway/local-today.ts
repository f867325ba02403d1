import { toDate } from "./dates.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** The date where the property is; in UTC when its time zone is missing or unknown. */
export function toLocalToday(timeZone: string | undefined, now: number): string {
  const format = timeZone === undefined ? undefined : findFormat(timeZone);
  return format?.format(now) ?? toDate(now);
}

function findFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  try {
    // The dates of Swedish are written as Hostaway's are.
    const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
    formats.set(timeZone, format);
    return format;
  } catch {
    return undefined;
  }
}
