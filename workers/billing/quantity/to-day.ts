export const DAY_MS = 24 * 60 * 60 * 1_000;

/** The UTC day, as YYYY-MM-DD. */
export const toDay = (now: number): string => new Date(now).toISOString().slice(0, 10);
