import type { OrgId } from "#ids.ts";
import { toDailyMoment } from "#lib/daily-moment.ts";

/** When this organization does what it does once a day. */
export const toDailyTime = (id: OrgId, now: number) => toDailyMoment(id, now, { start: 0, minutes: 24 * 60 });
