import type { Format } from "#format.ts";

/** Milliseconds below a second, seconds with one decimal from there on. */
export function toDuration(ms: number, format: Pick<Format, "number">): string {
  return ms < 1_000 ? `${format.number(ms)} ms` : `${format.number(Math.round(ms / 100) / 10)} s`;
}
