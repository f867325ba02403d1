import { createHash } from "node:crypto";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Minutes of the UTC day: from `start`, `minutes` of them. */
export interface DailyWindow {
  start: number;
  minutes: number;
}

/** The next time after `now` that is this id's own minute of the window: together the ids spread over it. */
export function toDailyMoment(id: string, now: number, { start, minutes }: DailyWindow): number {
  const minute = start + (createHash("sha256").update(id).digest().readUInt32BE() % minutes);
  const today = Math.floor(now / DAY_MS) * DAY_MS + minute * MINUTE_MS;
  return today > now ? today : today + DAY_MS;
}
