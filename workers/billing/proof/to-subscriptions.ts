import { isPlanName, type PlanName } from "../plans.ts";
import type { BillableEvent } from "./billable-event.ts";
import type { BilledInvoice, BilledLine } from "./billed-invoice.ts";
import type { Ledger, LedgerChange } from "./read-ledger.ts";

/** A subscription as the ledger tells it. */
export interface LedgerSubscription {
  id: string;
  /** In the order in which they were written to Stripe. */
  events: BillableEvent[];
}

const DAY = 24 * 60 * 60;
const toSeconds = (ms: number) => Math.floor(ms / 1_000);
const toDate = (seconds: number) => new Date(seconds * 1_000).toISOString().slice(0, 10);

/** `invoices` only helps with seconds: when a subscription began, and when its plan changed. */
export function toSubscriptions(ledger: Ledger, invoices: BilledInvoice[]): LedgerSubscription[] {
  const ids = ledger.changes.flatMap(({ kind, subscriptionId }) =>
    kind === "subscribed" && subscriptionId !== null ? [subscriptionId] : [],
  );
  return [...new Set(ids)].map((id) => {
    const changes = ledger.changes.filter(({ subscriptionId }) => subscriptionId === id);
    const quantities = ledger.quantities.filter(
      ({ subscriptionId, state }) => subscriptionId === id && state === "written",
    );
    const lines = invoices.flatMap((invoice) => (invoice.subscriptionId === id ? invoice.lines : []));
    const pinned = new Set(quantities.map(({ prorationDate }) => prorationDate));
    const moments = new Moments(lines, pinned);
    const events = [
      ...changes.flatMap((change) => toEvents(change, { changes, moments, ledger })),
      ...quantities.map((row): BillableEvent => {
        const writtenAt = toSeconds(row.writtenAt ?? row.createdAt);
        const cause = `${row.fromQuantity} → ${row.toQuantity} listings (${row.source} count of ${row.day})`;
        return { kind: "quantity", at: row.prorationDate, writtenAt, quantity: row.toQuantity, cause };
      }),
    ];
    return { id, events: events.sort((one, other) => one.writtenAt - other.writtenAt) };
  });
}

interface Around {
  changes: LedgerChange[];
  moments: Moments;
  ledger: Ledger;
}

function toEvents(change: LedgerChange, around: Around): BillableEvent[] {
  if (change.kind === "subscribed") return toStart(change, around);
  if (change.kind === "canceled" || change.kind === "archived") {
    const at = toSeconds(change.effectiveAt);
    return [{ kind: "end", at, writtenAt: at, cause: change.kind }];
  }
  if (change.kind === "upgraded" || change.kind === "downgraded") return toChange(change, around);
  // With a change of the plan it is part of that.
  const isAlone = !find(change, around.changes, "upgraded") && !find(change, around.changes, "downgraded");
  return change.kind === "interval_changed" && isAlone ? toChange(change, around) : [];
}

function toStart(change: LedgerChange, { moments, ledger }: Around): BillableEvent[] {
  const terms = toTerms(change);
  if (terms === null) return [];
  const at = moments.findStart(toSeconds(change.at));
  const trialEnd = ledger.trialEndsAt === null ? null : toSeconds(ledger.trialEndsAt);
  const isTrial = trialEnd !== null && moments.isPeriod(at, trialEnd);
  const cause = `subscribed to ${terms.plan} on ${toDate(at)}`;
  const rest = { quantity: change.toQuantity, trialEnd: isTrial ? trialEnd : null, cause };
  return [{ kind: "start", at, writtenAt: at, ...terms, ...rest }];
}

function toChange(change: LedgerChange, { changes, moments }: Around): BillableEvent[] {
  const terms = toTerms(change);
  if (terms === null) return [];
  const isProrated =
    change.kind === "upgraded" || (change.kind === "interval_changed" && terms.interval === "year");
  const at = isProrated ? toProratedAt(change, moments) : toSwitchedAt(change, changes, moments);
  const quantity = find(change, changes, "quantity_changed")?.toQuantity ?? null;
  const cause = `${change.kind.replace("_", " ")}: ${change.fromPlan} → ${terms.plan} by the ${terms.interval}, ${toDate(at)}`;
  const restartsAt = moments.findStart(toSeconds(change.at));
  return [{ kind: "change", at, writtenAt: at, ...terms, quantity, isProrated, restartsAt, cause }];
}

function toProratedAt({ at, effectiveAt }: LedgerChange, moments: Moments): number {
  return effectiveAt < at ? toSeconds(effectiveAt) : moments.findChange(toSeconds(at));
}

/** A change that waited for the end of a period was announced with its time. */
function toSwitchedAt({ at, toPlan }: LedgerChange, changes: LedgerChange[], moments: Moments): number {
  const planned = changes.findLast(
    (other) => other.kind === "downgrade_scheduled" && other.toPlan === toPlan && other.effectiveAt <= at,
  );
  return planned ? toSeconds(planned.effectiveAt) : moments.findStart(toSeconds(at));
}

function toTerms({
  toPlan,
  toInterval,
}: LedgerChange): { plan: PlanName; interval: "month" | "year" } | null {
  return isPlanName(toPlan) ? { plan: toPlan, interval: toInterval ?? "month" } : null;
}

/** What the same reading of Stripe found. */
function find(change: LedgerChange, changes: LedgerChange[], kind: LedgerChange["kind"]) {
  const ticket = change.id.split("/").at(-1);
  return changes.find((other) => other.kind === kind && other.id.split("/").at(-1) === ticket);
}

/** The seconds that only Stripe knows. They count if they lie within a day before the ledger's row, or just after. */
class Moments {
  readonly #starts: number[];
  readonly #changes: number[];
  readonly #periods: Set<string>;

  constructor(lines: BilledLine[], pinned: Set<number>) {
    const whole = lines.filter(({ isProration, sold }) => !isProration && sold?.kind !== "overage");
    const prorated = lines.filter(({ isProration, start }) => isProration && !pinned.has(start));
    this.#starts = whole.map(({ start }) => start);
    this.#changes = prorated.map(({ start }) => start);
    this.#periods = new Set(whole.map(({ start, end }) => `${start}/${end}`));
  }

  findStart(seenAt: number): number {
    return findNearest(this.#starts, seenAt);
  }

  findChange(seenAt: number): number {
    return findNearest(this.#changes, seenAt);
  }

  isPeriod(start: number, end: number): boolean {
    return this.#periods.has(`${start}/${end}`);
  }
}

/** Our clock was read somewhat before Stripe's. */
const MINUTES = 10 * 60;

function findNearest(moments: number[], seenAt: number): number {
  const fitting = moments.filter((moment) => moment <= seenAt + MINUTES && moment >= seenAt - DAY);
  const distance = (moment: number) => Math.abs(moment - seenAt);
  const [nearest = seenAt] = fitting.sort((one, other) => distance(one) - distance(other));
  return nearest;
}
