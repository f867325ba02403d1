export interface Violation {
  method: string;
  path: string;
  status: number;
  violations: string[];
}

/** The latest requests that, or whose answers, were not as the contract has them. Forgotten at a restart. */
export class ViolationLog {
  readonly #entries: Violation[] = [];

  add(violation: Violation): void {
    this.#entries.push(violation);
    if (this.#entries.length > 500) this.#entries.shift();
  }

  all(): Violation[] {
    return [...this.#entries];
  }
}
