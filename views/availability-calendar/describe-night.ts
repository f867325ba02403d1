import type { Format } from "../format.ts";
import { type Night, stateNames, toState } from "./nights.ts";

/** All that is known of a night, in one line. */
export function describeNight(
  date: string,
  night: Night | undefined,
  currency: string | undefined,
  format: Format,
): string {
  const day = format.date(date, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  const facts = [
    stateNames[toState(night)],
    night?.price !== undefined && `${format.money(night.price, currency)} per night`,
    night?.min_stay !== undefined &&
      `minimum stay ${format.number(night.min_stay)} ${night.min_stay === 1 ? "night" : "nights"}`,
  ];
  return `${day}: ${facts.filter(Boolean).join(", ")}`;
}
