import type { BilledInvoice, BilledLine } from "./billed-invoice.ts";
import type { ExpectedLine } from "./expected-line.ts";

/** One line, as the ledger has it and as Stripe has it. */
export interface ProvenLine {
  invoiceId: string;
  expected: ExpectedLine | null;
  billed: BilledLine | null;
  /** Null where both agree. */
  difference: string | null;
}

export interface Matched {
  lines: ProvenLine[];
  /** What no invoice had a place for yet. */
  waiting: ExpectedLine[];
}

type Placed = Pick<BilledInvoice, "isBinding"> & { invoiceId: string; billed: BilledLine };

/** Finds for each expected line of one subscription the one that Stripe has. `invoices` are that subscription's, oldest first. */
export function matchLines(expected: ExpectedLine[], invoices: BilledInvoice[]): Matched {
  const left = [...invoices]
    .sort((one, other) => Number(other.isBinding) - Number(one.isBinding))
    .flatMap(toPlaced);
  const take = (line: ExpectedLine, fits: typeof isExact): ProvenLine | null => {
    const at = left.findIndex((billed) => fits(line, billed));
    const [found] = at < 0 ? [] : left.splice(at, 1);
    return found === undefined ? null : toProven(line, found);
  };
  const exact = expected.map((line) => take(line, isExact));
  // Only then what is nearly right, so that it takes nobody else's place.
  const found = expected.map((line, index) => exact[index] ?? take(line, isSame));

  const lines = found.filter((line) => line !== null);
  const waiting: ExpectedLine[] = [];
  for (const [index, line] of expected.entries()) {
    if (found[index] !== null || line.amount === 0) continue;
    const invoice = invoices.find(({ createdAt, isCollecting }) => isCollecting && createdAt >= line.at);
    if (invoice === undefined) waiting.push(line);
    else {
      const difference = "Stripe has no such line.";
      lines.push({ invoiceId: invoice.id, expected: line, billed: null, difference });
    }
  }
  return { lines: [...lines, ...left.map(toForeign)], waiting };
}

/** The lines of an invoice that the ledger knows nothing of. */
export const toForeignLines = (invoice: BilledInvoice): ProvenLine[] => toPlaced(invoice).map(toForeign);

const toPlaced = ({ id, isBinding, lines }: BilledInvoice): Placed[] =>
  lines.map((billed) => ({ invoiceId: id, isBinding, billed }));

function toProven(expected: ExpectedLine, { invoiceId, billed }: Placed): ProvenLine {
  const isEqual = expected.amount === billed.amount && expected.quantity === billed.quantity;
  const difference = isEqual ? null : "Stripe has another quantity or amount.";
  return { invoiceId, expected, billed, difference };
}

function toForeign({ invoiceId, isBinding, billed }: Placed): ProvenLine {
  const difference = isBinding ? "The ledger knows no reason for this line." : null;
  return { invoiceId, expected: null, billed, difference };
}

function isExact(line: ExpectedLine, placed: Placed): boolean {
  const { amount, quantity } = placed.billed;
  return isSame(line, placed) && line.amount === amount && line.quantity === quantity;
}

/** For the same time of the same thing, given or taken. */
function isSame(line: ExpectedLine, { billed }: Placed): boolean {
  return (
    line.amount * billed.amount >= 0 &&
    line.plan === billed.sold?.plan &&
    line.kind === billed.sold.kind &&
    (line.type === "credit" || line.type === "debit") === billed.isProration &&
    line.start === billed.start &&
    line.end === billed.end
  );
}
