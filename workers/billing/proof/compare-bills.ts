import type { BilledInvoice, StripeBills } from "./billed-invoice.ts";
import type { Period } from "./billing-periods.ts";
import { checkCounts } from "./check-counts.ts";
import { expectLines } from "./expect-lines.ts";
import { expectUsage, findUnbilledCalls } from "./expect-usage.ts";
import type { ExpectedLine } from "./expected-line.ts";
import { type Matched, matchLines, type ProvenLine, toForeignLines } from "./match-lines.ts";
import { type ProvenBalance, proveBalances, toLastBalance } from "./prove-balance.ts";
import type { Ledger } from "./read-ledger.ts";
import { type LedgerSubscription, toSubscriptions } from "./to-subscriptions.ts";

export interface ProvenInvoice extends ProvenBalance {
  number: string | null;
  status: string;
  createdAt: number;
  currency: string;
  lines: Omit<ProvenLine, "invoiceId">[];
}

/** Amounts are in cents, times in seconds. */
export interface ProvenBill {
  invoices: ProvenInvoice[];
  /** What the next invoice will have. */
  waiting: ExpectedLine[];
  /** What the customer has in hand at the end; a credit is negative. */
  balance: number;
  /** What no single line tells. */
  differences: string[];
  /** How many differences there are, in lines, invoices and elsewhere. */
  found: number;
}

interface Times extends Period {
  now: number;
}

/** The comparison itself, without any reading. */
export function compareBills(ledger: Ledger, stripe: StripeBills, times: Times): ProvenBill {
  const known = stripe.invoices.filter(({ createdAt }) => createdAt <= times.now);
  const subscriptions = toSubscriptions(ledger, known);
  const { lines, waiting } = matchAll(subscriptions, ledger, known, times.now);
  const balances = proveBalances(known, toTotals(lines));

  const invoices = known
    .filter((invoice) => isWithin(times, invoice.createdAt))
    .map((invoice) => ({
      ...toBalance(balances, invoice),
      number: invoice.number,
      status: invoice.status,
      createdAt: invoice.createdAt,
      currency: invoice.currency,
      lines: lines.flatMap(({ invoiceId, ...line }) => (invoiceId === invoice.id ? [line] : [])),
    }));
  const until = known.filter(({ createdAt }) => createdAt < times.end);
  const balance = toLastBalance(
    balances.filter(({ invoiceId }) => until.some(({ id }) => id === invoiceId)),
    until,
  );
  const counts = ledger.counts.filter(({ countedAt }) => isWithin(times, countedAt / 1_000));
  const differences = [
    ...checkCounts(counts, ledger.quantities, subscriptions),
    ...checkCalls(ledger, known, times),
    ...(times.now < times.end ? checkBalance(balance, stripe.balance) : []),
  ];
  const found =
    differences.length +
    invoices.flatMap((invoice) => invoice.differences).length +
    invoices.flatMap((invoice) => invoice.lines).filter(({ difference }) => difference !== null).length;
  return { invoices, waiting: waiting.filter(({ at }) => at < times.end), balance, differences, found };
}

function matchAll(
  subscriptions: LedgerSubscription[],
  { calls }: Ledger,
  invoices: BilledInvoice[],
  now: number,
): Matched {
  const matched = subscriptions.map(({ id, events }) => {
    const last = events.at(-1);
    const endedAt = last?.kind === "end" ? last.at : Infinity;
    const own = invoices
      .filter(({ subscriptionId }) => subscriptionId === id)
      .map((invoice) => ({ ...invoice, isCollecting: invoice.isCollecting || invoice.createdAt >= endedAt }));
    const { lines, waiting } = matchLines([...expectLines(events, now), ...expectUsage(calls, own)], own);
    // Nothing more is collected for a subscription that has ended.
    return { lines, waiting: endedAt === Infinity ? waiting : [] };
  });
  const foreign = invoices
    .filter(({ subscriptionId }) => !subscriptions.some(({ id }) => id === subscriptionId))
    .flatMap(toForeignLines);
  return {
    lines: [...matched.flatMap(({ lines }) => lines), ...foreign],
    waiting: matched.flatMap(({ waiting }) => waiting),
  };
}

/** What each invoice comes to by the ledger. What nobody has to pay is taken as it is. */
function toTotals(lines: ProvenLine[]): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { invoiceId, expected, billed, difference } of lines) {
    const amount = expected?.amount ?? (difference === null ? (billed?.amount ?? 0) : 0);
    totals.set(invoiceId, (totals.get(invoiceId) ?? 0) + amount);
  }
  return totals;
}

function toBalance(balances: ProvenBalance[], { id }: BilledInvoice): ProvenBalance {
  const found = balances.find(({ invoiceId }) => invoiceId === id);
  if (found === undefined) throw new Error("Every invoice has its balance.");
  return found;
}

function checkCalls(ledger: Ledger, invoices: BilledInvoice[], times: Period): string[] {
  return findUnbilledCalls(ledger.calls, invoices)
    .filter(({ day }) => isWithin(times, Date.parse(day) / 1_000))
    .map(
      ({ day, calls }) => `${calls} tool calls beyond the quota of the month from ${day} were never billed.`,
    );
}

function checkBalance(expected: number, found: number | null): string[] {
  if (found === null || found === expected) return [];
  return [`The customer's balance is ${found} at Stripe and ${expected} by the ledger.`];
}

const isWithin = ({ start, end }: Period, at: number) => at >= start && at < end;
