import type { Random } from "./random.ts";

/** From arrival to departure, in days from today. */
export interface Stay {
  from: number;
  to: number;
}

interface Plan {
  random: Random;
  /** The day around which the stays are laid: one begins on it, and another ends on it or before. */
  anchor: number;
  first: number;
  last: number;
  /** Nights left empty between two stays, at least and at most. */
  gap: readonly [number, number];
}

/** Stays that never overlap, forward and backward from the anchor. */
export function planStays({ random, anchor, first, last, gap: [least, most] }: Plan): Stay[] {
  const stays: Stay[] = [];
  for (let from = anchor; from <= last; ) {
    const to = from + random.integer(2, 7);
    stays.push({ from, to });
    from = to + random.integer(least, most);
  }
  for (let to = anchor - random.integer(0, least); to > first; ) {
    const from = to - random.integer(2, 7);
    stays.push({ from, to });
    to = from - random.integer(least, most);
  }
  return stays;
}
