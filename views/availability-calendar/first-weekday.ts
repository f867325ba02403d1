import * as z from "zod/mini";

const WeekInfo = z.object({ firstDay: z.number() });

/** Browsers have it as a property, as a method or not at all. */
export function getFirstWeekday(name: string | undefined): number {
  const locale = new Intl.Locale(name ?? navigator.language);
  const info = "getWeekInfo" in locale ? locale.getWeekInfo : undefined;
  const value = typeof info === "function" ? info.call(locale) : "weekInfo" in locale && locale.weekInfo;
  return WeekInfo.safeParse(value).data?.firstDay ?? 1;
}
