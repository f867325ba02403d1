import type { OrgId } from "#ids.ts";
import { toDailyMoment } from "#lib/daily-moment.ts";

/** When this organization's listings are counted: in the hour from 02:00 UTC. */
export const toSyncTime = (id: OrgId, now: number) => toDailyMoment(id, now, { start: 2 * 60, minutes: 60 });
