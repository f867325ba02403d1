import { useFormat } from "#format.ts";
import type { Range } from "./range.ts";

/** How the range and its days or hours are called. */
export function useTimeWords({ by, from, span }: Range) {
  const format = useFormat();
  return {
    toLabel: (time: string) => (by === "day" ? format.day(time) : `${time.slice(-2)}:00`),
    rangeWords: span === null ? format.day(from) : `The latest ${span} days`,
  };
}
