import { createHmac } from "node:crypto";
import type { AnyConnector } from "#connectors/get-connector.ts";
import type { OrgId } from "#ids.ts";
import type { Clock } from "#lib/clock.ts";
import type { Lane } from "#lib/fair-queue.ts";
import { log } from "#lib/log.ts";
import { orAfter } from "#lib/or-after.ts";
import { SlidingWindow } from "#lib/sliding-window.ts";
import type { BudgetLimits } from "#upstream-budget/budget.ts";
import type { Ports } from "../rooms.ts";

/** A budget that answers later than it was asked to is as good as gone. */
const GRACE_MS = 2_000;

interface PaceOptions {
  organization: OrgId;
  connector: Pick<AnyConnector, "name" | "rateLimits">;
  accountLabel: string;
  ports: Pick<Ports, "getUpstreamBudget" | "keyRing" | "upstreams"> & { clock: Clock };
}

/** When a connection may send: as the budget says that it shares with others, or by its own count while that is away. */
export class Pace {
  readonly #options: PaceOptions;
  readonly #account: string;
  readonly #scope: string;
  readonly #limits: BudgetLimits;
  readonly #own: SlidingWindow;

  constructor(options: PaceOptions) {
    const { accountLabel, connector, ports } = options;
    const { name, rateLimits } = connector;
    const { isEgressShared = false, requestsPer10Seconds } = ports.upstreams[name] ?? {};
    const account =
      requestsPer10Seconds === undefined
        ? rateLimits.account
        : { requests: requestsPer10Seconds, seconds: 10 };
    this.#options = options;
    this.#account = hashAccount(ports, `${name}/${accountLabel}`);
    this.#scope = isEgressShared ? `${name}/address` : `${name}/${this.#account}`;
    this.#limits = isEgressShared ? { account, address: rateLimits.address } : { account };
    this.#own = new SlidingWindow(isEgressShared ? rateLimits.address : account);
  }

  /** Resolves with 0 once a request may be sent, or within `waitMs` with how many milliseconds to stay away. */
  async take(lane: Lane, waitMs: number): Promise<number> {
    const { clock, getUpstreamBudget } = this.#options.ports;
    const until = clock.now() + waitMs;
    const place = { key: this.#options.organization, lane, account: this.#account, limits: this.#limits };
    try {
      const taking = getUpstreamBudget(this.#scope).take({ ...place, waitMs });
      return await orAfter(clock, waitMs + GRACE_MS, taking, () => {
        throw new Error("The upstream budget does not answer.");
      });
    } catch (error) {
      this.#logAbsence(error);
      return this.#takeOwn(until);
    }
  }

  /** The upstream refused although there was a place. Nobody waits for this. */
  slowDown(retryAfterMs: number): void {
    this.#options.ports
      .getUpstreamBudget(this.#scope)
      .slowDown(this.#account, retryAfterMs)
      .catch((error: unknown) => this.#logAbsence(error));
  }

  async #takeOwn(until: number): Promise<number> {
    const { clock } = this.#options.ports;
    for (;;) {
      const now = clock.now();
      const wait = this.#own.take(now);
      if (wait === 0 || now + wait > until) return wait;
      await clock.sleep(wait);
    }
  }

  #logAbsence(error: unknown): void {
    log.error("upstream-budget.unreachable", error, { connector: this.#options.connector.name });
  }
}

/** Two organizations that share an account meet in one budget, which learns of neither what account that is. */
function hashAccount({ keyRing }: Pick<Ports, "keyRing">, account: string): string {
  const key = keyRing.derive(keyRing.current, "upstream-account");
  if (key === undefined) throw new Error("The key ring lacks its current secret.");
  return createHmac("sha256", key).update(account).digest("hex").slice(0, 32);
}
