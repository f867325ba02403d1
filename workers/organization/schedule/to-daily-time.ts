import { createHash } from "node:crypto";
import type { OrgId } from "#ids.ts";

const MINUTE_MS = 60_000;
const MINUTES_A_DAY = 24 * 60;
const DAY_MS = MINUTES_A_DAY * MINUTE_MS;

/** The next time after `now` that is this organization's minute of the day: together they spread over the day. */
export function toDailyTime(id: OrgId, now: number): number {
  const minute = createHash("sha256").update(id).digest().readUInt32BE() % MINUTES_A_DAY;
  const today = Math.floor(now / DAY_MS) * DAY_MS + minute * MINUTE_MS;
  return today > now ? today : today + DAY_MS;
}
