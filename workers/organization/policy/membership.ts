import { intersectReach } from "./limit-to-holders.ts";
import type { MemberPolicy, Policy } from "./policy.ts";

/** What holds now: the Directory's word, without what changes under way take away. */
export interface PresentPolicy {
  closed: boolean;
  suspended: boolean;
  /** An address must be in each of them. */
  ipAllowLists: string[][];
  members: Map<string, MemberPolicy>;
}

/** A change that takes rights away is told of before it is made; if its end is never told, this is how long it holds. */
const MOST_MS = 10 * 60 * 1_000;

/** The membership policy in memory. Restrictions of changes under way can only narrow it, whoever pushes what meanwhile. */
export class Membership {
  #policy: Policy;
  readonly #restrictions = new Map<string, { policy: Policy; until: number }>();
  #present: PresentPolicy;

  constructor(policy: Policy) {
    this.#policy = policy;
    this.#present = this.#toPresent();
  }

  get present(): PresentPolicy {
    return this.#present;
  }

  /** An older version that arrives late changes nothing. */
  take(policy: Policy, now: number): void {
    if (policy.version >= this.#policy.version) this.#policy = policy;
    for (const [change, { until }] of this.#restrictions) if (until <= now) this.#restrictions.delete(change);
    this.#present = this.#toPresent();
  }

  restrict(change: string, policy: Policy, now: number): void {
    this.#restrictions.set(change, { policy, until: now + MOST_MS });
    this.#present = this.#toPresent();
  }

  release(change: string): void {
    this.#restrictions.delete(change);
    this.#present = this.#toPresent();
  }

  #toPresent(): PresentPolicy {
    const policies = [this.#policy, ...[...this.#restrictions.values()].map(({ policy }) => policy)];
    return {
      closed: policies.some(({ closed }) => closed),
      suspended: policies.some(({ suspended }) => suspended),
      ipAllowLists: policies.flatMap(({ ipAllowList }) => (ipAllowList === null ? [] : [ipAllowList])),
      members: policies.map(({ members }) => new Map(Object.entries(members))).reduce(intersectMembers),
    };
  }
}

function intersectMembers(one: Map<string, MemberPolicy>, other: Map<string, MemberPolicy>) {
  const both = new Map<string, MemberPolicy>();
  for (const [id, member] of one) {
    const restriction = other.get(id);
    if (restriction !== undefined) both.set(id, intersectReach(member, restriction));
  }
  return both;
}
