import { type PlanName, plans } from "../plans.ts";
import type { Interval, ItemKind } from "../prices.ts";
import type { BillableEvent } from "./billable-event.ts";
import { getPeriodAt, type Period } from "./billing-periods.ts";
import type { ExpectedLine } from "./expected-line.ts";
import { prorate } from "./prorate.ts";

interface Item extends ItemKind, Period {
  interval: Interval;
  quantity: number;
  /** Since when the present quantity at the present price is charged for. */
  chargedFrom: number;
}

type Of<Kind> = Extract<BillableEvent, { kind: Kind }>;

/** Every line in advance and every proration of a subscription up to `until`, in order. */
export function expectLines(events: BillableEvent[], until: number): ExpectedLine[] {
  const subscription = new ExpectedSubscription();
  for (const event of events) subscription.take(event);
  return subscription.finish(until);
}

class ExpectedSubscription {
  #lines: ExpectedLine[] = [];
  #items: Item[] = [];
  #anchor = 0;
  #trialEnd: number | null = null;

  take(event: BillableEvent): void {
    // What takes effect between two periods does so before the second is charged.
    const isBetween = event.kind === "end" || (event.kind === "change" && !event.isProrated);
    this.#renew(isBetween ? event.at - 1 : event.at);
    if (event.kind === "start") this.#start(event);
    if (event.kind === "quantity") this.#setQuantity(event);
    if (event.kind === "change" && event.isProrated) this.#change(event);
    if (event.kind === "change" && !event.isProrated) this.#switch(event);
    if (event.kind === "end") this.#items = [];
  }

  finish(until: number): ExpectedLine[] {
    this.#renew(until);
    return this.#lines;
  }

  #start({ at, plan, interval, quantity, trialEnd, cause }: Of<"start">): void {
    this.#anchor = trialEnd ?? at;
    this.#trialEnd = trialEnd;
    this.#items = toItems(plan, interval, quantity).map((item) => {
      const end = trialEnd ?? getPeriodAt(at, item.interval, at).end;
      return { ...item, start: at, end, chargedFrom: at };
    });
    for (const item of this.#items) this.#charge(item, cause);
  }

  #renew(until: number): void {
    for (;;) {
      const end = Math.min(...this.#items.map((item) => item.end));
      if (!(end <= until)) return;
      this.#items = this.#items.map((item) => {
        if (item.end !== end) return item;
        const next = { ...item, start: end, end: getPeriodAt(this.#anchor, item.interval, end).end };
        const renewed = { ...next, chargedFrom: end };
        this.#charge(renewed, "a new period");
        return renewed;
      });
    }
  }

  #setQuantity({ at, writtenAt, quantity, cause }: Of<"quantity">): void {
    const former = find(this.#items, "listing");
    const plan = this.#items[0]?.plan;
    if (plan === undefined) return;
    const { start, end } = former ?? this.#toPeriod("month", at);
    const item: Item = { plan, kind: "listing", interval: "month", quantity, start, end, chargedFrom: at };
    this.#replace(former ? [former] : [], [item], { at, writtenAt, cause });
    this.#items = [...this.#items.filter(({ kind }) => kind !== "listing"), item];
  }

  #change({ plan, interval, quantity, ...event }: Of<"change">): void {
    const former = this.#items;
    const [base, listing] = [find(former, "base"), find(former, "listing")];
    const wanted = toItems(plan, interval, quantity ?? listing?.quantity ?? null);
    if (base !== undefined && base.interval !== interval) {
      this.#restart(wanted, event);
      return;
    }
    this.#items = wanted.map((sold) => {
      const same = find(former, sold.kind);
      if (same !== undefined && isSame(same, sold)) return same;
      const { start, end } = same ?? this.#toPeriod(sold.interval, event.at);
      return { ...sold, start, end, chargedFrom: event.at };
    });
    const present = this.#items;
    const gone = former.filter((item) => !present.includes(item));
    const added = present.filter((item) => !former.includes(item));
    this.#replace(gone, added, event);
  }

  /** All periods begin anew. */
  #restart(wanted: Sold[], event: Pick<Of<"change">, "at" | "writtenAt" | "cause" | "restartsAt">): void {
    const start = event.restartsAt;
    this.#replace(this.#items, [], event);
    this.#anchor = start;
    this.#items = wanted.map((item) => {
      return { ...item, ...getPeriodAt(start, item.interval, start), chargedFrom: start };
    });
    for (const item of this.#items) this.#charge(item, event.cause);
  }

  /** At the end of a period, so that nothing is given back: what renews then, renews as what it is from now on. */
  #switch({ at, plan, interval, quantity, cause }: Of<"change">): void {
    const former = this.#items;
    const listings = quantity ?? find(former, "listing")?.quantity ?? null;
    this.#items = toItems(plan, interval, listings).map((item) => {
      const period = getPeriodAt(this.#anchor, item.interval, at);
      return { ...item, ...period, chargedFrom: at };
    });
    for (const item of this.#items) this.#charge(item, cause);
  }

  #charge(item: Item, cause: string): void {
    const { plan, kind, quantity, start, end } = item;
    const amount = this.#isTrial(start) ? 0 : toAmount(item);
    this.#lines.push({ plan, kind, quantity, start, end, amount, type: "period", at: start, cause });
  }

  #replace(
    former: Item[],
    items: Item[],
    { at, writtenAt, cause }: Pick<BillableEvent, "at" | "writtenAt" | "cause">,
  ): void {
    for (const item of former) {
      this.#prorate(item, "credit", Math.max(item.chargedFrom, at), { writtenAt, cause });
    }
    for (const item of items) this.#prorate(item, "debit", at, { writtenAt, cause });
  }

  #prorate(
    item: Item,
    type: "credit" | "debit",
    start: number,
    { writtenAt, cause }: Pick<BillableEvent, "writtenAt" | "cause">,
  ): void {
    const { plan, kind, quantity, end } = item;
    const full = getPeriodAt(this.#anchor, item.interval, item.start);
    const part = { left: end - start, interval: full.end - full.start };
    const magnitude = this.#isTrial(item.start) ? 0 : prorate({ amount: toAmount(item), ...part });
    const amount = type === "credit" && magnitude !== 0 ? -magnitude : magnitude;
    this.#lines.push({ plan, kind, quantity, start, end, amount, type, at: writtenAt, cause });
  }

  #isTrial(start: number): boolean {
    return this.#trialEnd !== null && start < this.#trialEnd;
  }

  /** What joins later is in the period of those that are charged for as often. */
  #toPeriod(interval: Interval, at: number): Period {
    const like = this.#items.find((item) => item.interval === interval);
    const { start, end } = like ?? getPeriodAt(this.#anchor, interval, at);
    return { start, end };
  }
}

type Sold = Pick<Item, "plan" | "kind" | "interval" | "quantity">;

const find = (items: Item[], kind: ItemKind["kind"]) => items.find((item) => item.kind === kind);

const isSame = (one: Sold, other: Sold) =>
  one.plan === other.plan && one.kind === other.kind && one.quantity === other.quantity;

function toItems(plan: PlanName, interval: Interval, listings: number | null): Sold[] {
  const base: Sold[] = plans[plan].base === null ? [] : [{ plan, kind: "base", interval, quantity: 1 }];
  if (listings === null) return base;
  return [...base, { plan, kind: "listing", interval: "month", quantity: listings }];
}

/** Cents for a whole interval. */
function toAmount({ plan, kind, interval, quantity }: Sold): number {
  const { base, perListing } = plans[plan];
  return quantity * (kind === "base" ? (base?.[interval] ?? 0) : (perListing ?? 0));
}
