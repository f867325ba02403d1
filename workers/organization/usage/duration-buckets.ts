const FACTOR = 1.25;

/** The bucket of a length: each reaches a quarter further than the one before, so a percentile is that exact. */
export function toBucket(durationMs: number): number {
  return durationMs < 1 ? 0 : Math.floor(Math.log(durationMs) / Math.log(FACTOR)) + 1;
}

/** What no length in the bucket exceeds, in milliseconds. */
export const toBucketEnd = (bucket: number): number => Math.ceil(FACTOR ** bucket);

export interface Bucket {
  bucket: number;
  calls: number;
}

/** The length that this share of the calls stayed within; null where there were none. */
export function toPercentile(buckets: readonly Bucket[], share: number): number | null {
  const sorted = buckets.toSorted((a, b) => a.bucket - b.bucket);
  const wanted = share * sorted.reduce((sum, { calls }) => sum + calls, 0);
  let seen = 0;
  for (const { bucket, calls } of sorted) {
    seen += calls;
    if (seen >= wanted) return toBucketEnd(bucket);
  }
  return null;
}
