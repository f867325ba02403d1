import { parseInput } from "#lib/parse-input.ts";
import { toDays } from "./days.ts";
import { type Bucket, toPercentile } from "./duration-buckets.ts";
import { DayRange } from "./list-usage.ts";

/** Milliseconds that half, 95 and 99 of a hundred calls stayed within, up to a quarter more than it really was. */
export interface Percentiles {
  calls: number;
  p50: number | null;
  p95: number | null;
  p99: number | null;
}

type DayBucket = Bucket & { day: string };

/** How long calls took: of all days together, and of each. */
export function getLatency(
  sql: SqlStorage,
  input: DayRange,
): Percentiles & { days: (Percentiles & { day: string })[] } {
  const { from, to } = toDays(parseInput(DayRange, input));
  const query = `select substr(hour, 1, 10) as day, bucket, sum(calls) as calls from usage_hours
    where hour >= ? and hour <= ? || 'T23' group by 1, 2 order by 1`;
  const buckets = sql.exec<DayBucket & Record<string, SqlStorageValue>>(query, from, to).toArray();
  const days = Map.groupBy(buckets, ({ day }) => day);
  return {
    ...toPercentiles(buckets),
    days: [...days].map(([day, own]) => ({ day, ...toPercentiles(own) })),
  };
}

export function toPercentiles(buckets: readonly Bucket[]): Percentiles {
  return {
    calls: buckets.reduce((sum, { calls }) => sum + calls, 0),
    p50: toPercentile(buckets, 0.5),
    p95: toPercentile(buckets, 0.95),
    p99: toPercentile(buckets, 0.99),
  };
}
