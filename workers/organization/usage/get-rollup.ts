import type { Rooms } from "../rooms.ts";
import { toDay } from "./count-calls.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS = 30;

/** What an organization tells of itself in figures: no name, no argument, no address beyond a host. */
export interface Rollup {
  /** When it was counted. */
  at: number;
  /** Of the latest 30 days, those with calls. */
  days: { day: string; calls: number; billable: number; errors: number }[];
  /** Since the beginning of the hour before. */
  hour: { calls: number; errors: number };
  lastCallAt: number | null;
  failingWebhooks: { id: string; host: string; failingSince: number | null; disabledAt: number | null }[];
  /** How many migrations its database has seen. */
  schemaVersion: number;
  activeKeys: number;
  /** Changes that go on by themselves. */
  jobs: number;
}

type Days = Rollup["days"][number] & Record<string, SqlStorageValue>;
type Hour = Rollup["hour"] & Record<string, SqlStorageValue>;

export function getRollup(sql: SqlStorage, { changes, keys, outgoing, ports }: Rooms): Rollup {
  const at = Math.floor(ports.clock.now());
  const hour = new Date(at - HOUR_MS).toISOString().slice(0, 13);
  return {
    at,
    days: sql.exec<Days>(SELECT_DAYS, toDay(at - (DAYS - 1) * DAY_MS)).toArray(),
    hour: sql.exec<Hour>(SELECT_HOUR, hour).one(),
    lastCallAt: sql.exec<{ at: number | null }>("select max(last_at) as at from usage").one().at,
    failingWebhooks: outgoing
      .list()
      .filter(({ failingSince, disabledAt }) => failingSince !== null || disabledAt !== null)
      .map(({ id, url, failingSince, disabledAt }) => ({
        id,
        host: new URL(url).host,
        failingSince,
        disabledAt,
      })),
    schemaVersion: sql.exec<{ count: number }>("select count(*) as count from __drizzle_migrations").one()
      .count,
    activeKeys: keys.listActive().length,
    jobs: changes.listLeft().length,
  };
}

const SELECT_DAYS = `select day, sum(calls) as calls, sum(billable) as billable, sum(errors) as errors
  from usage where day >= ? group by day order by day`;

const SELECT_HOUR = `select coalesce(sum(calls), 0) as calls, coalesce(sum(errors), 0) as errors
  from usage_hours where hour >= ?`;
