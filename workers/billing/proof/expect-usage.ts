import { plans } from "../plans.ts";
import type { BilledInvoice, BilledLine } from "./billed-invoice.ts";
import type { ExpectedLine } from "./expected-line.ts";

/** Calls beyond the quota of a period, as the organization's object has counted them. */
export interface CountedCalls {
  /** The UTC day on which the period began. */
  day: string;
  calls: number;
}

const toDay = (seconds: number) => new Date(seconds * 1_000).toISOString().slice(0, 10);
const sum = (periods: CountedCalls[]) => periods.reduce((total, { calls }) => total + calls, 0);

/**
 * What the calls beyond the quota cost, for each time that an invoice asks for them. Each is due once: those that were
 * reported just after the end of a period are on the next invoice, and no later.
 */
export function expectUsage(counted: CountedCalls[], invoices: BilledInvoice[]): ExpectedLine[] {
  const left = counted.map((period) => ({ ...period }));
  return invoices.flatMap(({ lines }) =>
    lines.flatMap(({ sold, start, end, quantity }): ExpectedLine[] => {
      if (sold?.kind !== "overage") return [];
      const due = left.filter(({ day }) => day <= toDay(end));
      const overdue = due.filter(({ day }) => day < toDay(start));
      const calls = Math.min(Math.max(quantity, sum(overdue)), sum(due));
      take(due, calls);
      const amount = toCents(calls, plans[sold.plan].overagePerThousand ?? 0);
      const cause = `${calls} tool calls beyond the quota`;
      return [{ ...sold, type: "usage", quantity: calls, amount, start, end, at: end, cause }];
    }),
  );
}

/** Those that no invoice asks for, though their period is over. */
export function findUnbilledCalls(counted: CountedCalls[], invoices: BilledInvoice[]): CountedCalls[] {
  const lines = invoices.flatMap((invoice) => invoice.lines);
  const asked = lines.filter(isUsage).map(({ start }) => toDay(start));
  const begun = lines.filter((line) => !isUsage(line) && !line.isProration);
  return counted.filter(
    ({ day, calls }) => calls > 0 && !asked.includes(day) && begun.some(({ start }) => toDay(start) > day),
  );
}

const isUsage = ({ sold }: BilledLine) => sold?.kind === "overage";

/** The oldest first. */
function take(periods: CountedCalls[], calls: number): void {
  let rest = calls;
  for (const period of periods) {
    const taken = Math.min(period.calls, rest);
    period.calls -= taken;
    rest -= taken;
  }
}

/** Half a cent counts as one. */
export const toCents = (calls: number, perThousand: number) =>
  Math.floor((calls * perThousand + 500) / 1_000);
