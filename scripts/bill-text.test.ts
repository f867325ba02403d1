import { expect, test } from "vitest";
import type { ProvenBill } from "#billing/proof/compare-bills.ts";
import { toBillText } from "./bill-text.ts";

const at = (text: string) => Date.parse(text) / 1_000;

const expected = {
  plan: "starter",
  kind: "listing",
  type: "debit",
  quantity: 18,
  amount: 4_500,
  start: at("2026-11-16"),
  end: at("2026-12-01"),
  at: at("2026-11-16"),
  cause: "15 → 18 listings (daily count of 2026-11-16)",
} as const;

const billed = {
  id: "il_1",
  description: "Consulting",
  sold: null,
  isProration: false,
  quantity: 1,
  amount: 9_900,
  start: at("2026-12-01"),
  end: at("2026-12-01"),
};

const bill: ProvenBill = {
  invoices: [
    {
      invoiceId: "in_1",
      number: "AB-0002",
      status: "paid",
      createdAt: at("2026-12-01"),
      currency: "usd",
      total: 4_500,
      due: 4_000,
      startingBalance: -500,
      endingBalance: 0,
      differences: ["The total is 14400 at Stripe and 4500 by the ledger."],
      lines: [
        { expected, billed, difference: null },
        { expected: null, billed, difference: "The ledger knows no reason for this line." },
      ],
    },
  ],
  waiting: [],
  balance: 0,
  differences: [],
  found: 2,
};

test("a bill is printed line by line with causes, differences and the balance", () => {
  expect(toBillText(bill)).toBe(`Invoice AB-0002 of 2026-12-01, paid
  $45.00  18 × starter listing, 2026-11-16 to 2026-12-01: 15 → 18 listings (daily count of 2026-11-16)
    DIFFERENT The ledger knows no reason for this line.
    at Stripe: $99.00  1 ×, Consulting
    DIFFERENT The total is 14400 at Stripe and 4500 by the ledger.
  total $45.00, due $40.00, balance -$5.00 before and $0.00 after
Balance at the end: $0.00
2 differences.`);
});

test("a bill without differences says so, and what waits is apart", () => {
  const text = toBillText({ ...bill, invoices: [], waiting: [expected], found: 0 });
  expect(text.split("\n")).toEqual([
    "For the next invoice",
    "  $45.00  18 × starter listing, 2026-11-16 to 2026-12-01: 15 → 18 listings (daily count of 2026-11-16)",
    "Balance at the end: $0.00",
    "Everything agrees to the cent.",
  ]);
});
