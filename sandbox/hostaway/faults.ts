import { z } from "zod";
import type { Store } from "#sandbox/store.ts";

export const faultKinds = ["latency", "error", "truncated", "html", "empty", "drip", "hang"] as const;

export const FaultRule = z.strictObject({
  kind: z.enum(faultKinds),
  path: z.string().startsWith("/").optional(),
  method: z.enum(["GET", "POST", "PUT", "DELETE"]).optional(),
  status: z.int().min(200).max(599).optional(),
  times: z.int().min(1).optional(),
  ms: z.int().min(1).optional(),
});
export type FaultRule = z.infer<typeof FaultRule>;

const Fault = FaultRule.extend({ id: z.int(), account: z.string() });
export type Fault = z.infer<typeof Fault>;

/** Rules for answers that go wrong, globally ("") and per account. */
export class Faults {
  readonly #store: Store;
  #faults: Fault[];

  constructor(store: Store) {
    this.#store = store;
    this.#faults = store
      .acrossAccounts("fault")
      .map((row) => Fault.parse(row))
      .sort((a, b) => a.id - b.id);
  }

  all(): Fault[] {
    return this.#faults;
  }

  add(account: string, rule: FaultRule): Fault {
    const fault = { ...rule, account, id: (this.#faults.at(-1)?.id ?? 0) + 1 };
    this.#faults.push(fault);
    this.#store.put("fault", account, fault.id, fault);
    return fault;
  }

  removeAll(account: string): number {
    const removed = this.#faults.filter((fault) => fault.account === account);
    for (const fault of removed) this.#remove(fault);
    return removed.length;
  }

  /** The first rule for this request, an account's own before a global one; using it counts down its `times`. */
  take(account: string | null, method: string, path: string): Fault | undefined {
    const matching = this.#faults.filter(
      (fault) => (!fault.path || path.startsWith(fault.path)) && (!fault.method || fault.method === method),
    );
    const fault =
      matching.find((candidate) => candidate.account === account) ??
      matching.find((candidate) => candidate.account === "");
    if (fault?.times === 1) this.#remove(fault);
    else if (fault?.times) this.#replace({ ...fault, times: fault.times - 1 });
    return fault;
  }

  #replace(left: Fault): void {
    this.#faults = this.#faults.map((other) => (other.id === left.id ? left : other));
    this.#store.put("fault", left.account, left.id, left);
  }

  #remove(fault: Fault): void {
    this.#faults = this.#faults.filter(({ id }) => id !== fault.id);
    this.#store.remove("fault", fault.account, fault.id);
  }
}
