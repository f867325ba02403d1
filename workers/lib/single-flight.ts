/** Identical work under way is joined instead of started again. */
export class SingleFlight<Result> {
  readonly #underWay = new Map<string, Promise<Result>>();

  run(key: string, task: () => Promise<Result>): Promise<Result> {
    const known = this.#underWay.get(key);
    if (known !== undefined) return known;
    const started = task().finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, started);
    return started;
  }
}
