/** Work that somebody waits for comes before work that nobody waits for. */
export type Lane = "person" | "job";

/** Whose turn it is: all that carry the same `key` share one. */
export interface Turn {
  key: string;
  lane: Lane;
}

/** People before jobs; in a lane, whoever had a turn longest ago; of one key, the first to come. */
export class FairQueue<Waiting extends Turn> {
  readonly #waiting: Waiting[] = [];
  readonly #lastTurns = new Map<string, number>();
  #turns = 0;

  get size(): number {
    return this.#waiting.length;
  }

  add(waiting: Waiting): void {
    this.#waiting.push(waiting);
  }

  /** Takes those out that `isGone` says have waited enough. */
  removeWhere(isGone: (waiting: Waiting) => boolean): Waiting[] {
    const gone = this.#waiting.filter(isGone);
    for (const waiting of gone) this.#remove(waiting);
    return gone;
  }

  /** Takes out whose turn it is among those that may go. */
  next(mayGo: (waiting: Waiting) => boolean = () => true): Waiting | undefined {
    const [first, ...others] = this.#waiting.filter(mayGo);
    if (first === undefined) return undefined;
    const next = others.reduce((best, other) => (this.#isBefore(other, best) ? other : best), first);
    this.#lastTurns.set(next.key, ++this.#turns);
    this.#remove(next);
    return next;
  }

  /** How many of `among` a newcomer lets go first. */
  countAhead({ key, lane }: Turn, among: (waiting: Waiting) => boolean): number {
    const counts = new Map([[key, 0]]);
    for (const waiting of this.#waiting) {
      if (!among(waiting) || (lane === "person" && waiting.lane === "job")) continue;
      counts.set(waiting.key, (counts.get(waiting.key) ?? 0) + 1);
    }
    const own = counts.get(key) ?? 0;
    const others = [...counts].filter(([other]) => other !== key);
    return others.reduce((sum, [, count]) => sum + Math.min(count, own + 1), own);
  }

  #isBefore(one: Waiting, other: Waiting): boolean {
    if (one.lane !== other.lane) return one.lane === "person";
    return this.#lastTurn(one) < this.#lastTurn(other);
  }

  #lastTurn({ key }: Waiting): number {
    return this.#lastTurns.get(key) ?? 0;
  }

  #remove(waiting: Waiting): void {
    this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
    if (this.#waiting.length === 0) this.#lastTurns.clear();
  }
}
