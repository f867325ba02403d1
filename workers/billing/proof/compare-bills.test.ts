import { expect, test } from "vitest";
import type { BilledInvoice, BilledLine } from "./billed-invoice.ts";
import { compareBills } from "./compare-bills.ts";
import type { Ledger, LedgerChange, LedgerQuantity } from "./read-ledger.ts";

const at = (text: string) => Date.parse(text) / 1_000;
const ms = (text: string) => Date.parse(text);

const change = (kind: LedgerChange["kind"], when: string, fields: Partial<LedgerChange>): LedgerChange => ({
  id: `sub_1/${kind}/1`,
  at: ms(when),
  kind,
  subscriptionId: "sub_1",
  fromPlan: null,
  toPlan: "starter",
  toInterval: "month",
  toQuantity: null,
  effectiveAt: ms(when),
  ...fields,
});

const written = (day: string, from: number, to: number): LedgerQuantity => ({
  day,
  subscriptionId: "sub_1",
  fromQuantity: from,
  toQuantity: to,
  prorationDate: at(day),
  source: "daily",
  state: "written",
  error: null,
  createdAt: ms(`${day}T02:10:00Z`),
  writtenAt: ms(`${day}T02:10:01Z`),
});

const line = (fields: Partial<BilledLine>): BilledLine => ({
  id: "il_1",
  description: "",
  sold: { plan: "starter", kind: "listing" },
  isProration: false,
  quantity: 15,
  amount: 7_500,
  start: at("2026-11-01"),
  end: at("2026-12-01"),
  ...fields,
});

const invoice = (id: string, created: string, lines: BilledLine[], fields: Partial<BilledInvoice> = {}) => {
  const total = lines.reduce((sum, { amount }) => sum + amount, 0);
  return {
    id,
    number: id,
    status: "paid",
    isBinding: true,
    isCollecting: true,
    subscriptionId: "sub_1",
    createdAt: at(created),
    finalizedAt: at(created),
    currency: "usd",
    total,
    amountDue: total,
    amountPaid: total,
    startingBalance: 0,
    endingBalance: 0,
    lines,
    ...fields,
  } satisfies BilledInvoice;
};

const ledger: Ledger = {
  customerId: "cus_1",
  trialEndsAt: null,
  changes: [change("subscribed", "2026-11-01T00:00:09Z", { toQuantity: 15 })],
  quantities: [written("2026-11-16", 15, 18)],
  counts: [
    { day: "2026-11-15", listings: 15, countedAt: ms("2026-11-15T02:10:00Z") },
    { day: "2026-11-16", listings: 18, countedAt: ms("2026-11-16T02:10:00Z") },
  ],
  calls: [],
};

const half = { isProration: true, start: at("2026-11-16") };
const november = invoice("in_1", "2026-11-01T00:00:00Z", [line({})]);
const december = invoice("in_2", "2026-12-01T00:00:00Z", [
  line({ ...half, amount: -3_750 }),
  line({ ...half, quantity: 18, amount: 4_500 }),
  line({ quantity: 18, amount: 9_000, start: at("2026-12-01"), end: at("2027-01-01") }),
]);

const month = (text: string, now = "2027-01-01T00:00:00Z") => {
  const start = at(`${text}-01`);
  return { start, end: start + 31 * 24 * 60 * 60, now: at(now) - 1 };
};

const prove = (given: Partial<Ledger>, invoices: BilledInvoice[], balance = 0, times = month("2026-12")) =>
  compareBills({ ...ledger, ...given }, { invoices, balance }, times);

test("a month that is billed as the ledger has it: no difference, and each line has its cause", () => {
  const proven = prove({}, [november, december]);
  expect(proven.found).toBe(0);
  expect(proven.invoices).toMatchObject([{ invoiceId: "in_2", total: 9_750, due: 9_750, differences: [] }]);
  expect(proven.invoices[0]?.lines.map(({ expected }) => expected?.cause)).toEqual([
    "15 → 18 listings (daily count of 2026-11-16)",
    "15 → 18 listings (daily count of 2026-11-16)",
    "a new period",
  ]);
});

test("a change that no invoice has had a place for yet waits", () => {
  const proven = prove({}, [november], 0, month("2026-11", "2026-11-20T00:00:00Z"));
  expect([proven.found, proven.waiting.map(({ amount }) => amount)]).toEqual([0, [-3_750, 4_500]]);
});

test("a row of the ledger that somebody changed is found by the lines that follow from it", () => {
  const proven = prove({ quantities: [written("2026-11-16", 15, 17)] }, [november, december]);
  const lines = proven.invoices[0]?.lines.filter(({ difference }) => difference !== null);
  expect(lines?.map(({ expected, billed }) => [expected?.amount, billed?.amount])).toEqual([
    [4_250, 4_500],
    [8_500, 9_000],
  ]);
  expect(proven.invoices[0]?.differences).toContain("The total is 9750 at Stripe and 9000 by the ledger.");
});

test("a count that somebody changed does not agree with what is billed", () => {
  const [first] = ledger.counts;
  if (first === undefined) throw new Error("unreachable");
  const proven = prove(
    { counts: [{ ...first, listings: 14 }] },
    [november],
    0,
    month("2026-11", "2026-11-20T00:00:00Z"),
  );
  expect(proven.differences).toEqual(["14 listings were counted on 2026-11-15, and 15 are billed."]);
});

test("a line without a reason, and one that is missing, are found", () => {
  const foreign = line({ id: "il_x", sold: null, amount: 9_900, description: "Consulting" });
  const [credit, debit, whole] = december.lines;
  if (!credit || !debit || !whole) throw new Error("unreachable");
  const other = invoice("in_2", "2026-12-01T00:00:00Z", [credit, whole, foreign]);
  const proven = prove({}, [november, other]);
  const found = proven.invoices[0]?.lines.filter(({ difference }) => difference !== null);
  expect(found?.map(({ expected, billed }) => [expected?.amount ?? null, billed?.amount ?? null])).toEqual([
    [4_500, null],
    [null, 9_900],
  ]);
});

test("an invoice of a subscription that the ledger does not know is foreign in every line", () => {
  const other = invoice("in_9", "2026-12-05T00:00:00Z", [line({})], { subscriptionId: "sub_9" });
  expect(prove({}, [november, december, other]).invoices[1]?.lines).toMatchObject([
    { expected: null, difference: "The ledger knows no reason for this line." },
  ]);
});

test("a credit goes from one invoice to the next, and one that somebody else gave is found", () => {
  const fewer = [written("2026-11-02", 15, 0)];
  const day = { isProration: true, start: at("2026-11-02") };
  const credit = line({ ...day, amount: -7_250 });
  const none = line({ quantity: 0, amount: 0, start: at("2026-12-01"), end: at("2027-01-01") });
  const second = invoice(
    "in_2",
    "2026-12-01T00:00:00Z",
    [credit, line({ ...day, quantity: 0, amount: 0 }), none],
    {
      amountDue: 0,
      amountPaid: 0,
      endingBalance: -7_250,
    },
  );
  const given = { quantities: fewer, counts: [] };
  expect(prove(given, [november, second], -7_250)).toMatchObject({ found: 0, balance: -7_250 });
  expect(prove(given, [november, second], -9_000).differences).toEqual([
    "The customer's balance is -9000 at Stripe and -7250 by the ledger.",
  ]);
});

test("calls beyond the quota are billed once as they were counted, and those that nobody billed are found", () => {
  const calls = [{ day: "2026-11-01", calls: 1_503 }];
  const asked = line({ sold: { plan: "starter", kind: "overage" }, quantity: 1_503, amount: 301 });
  const other = invoice("in_2", "2026-12-01T00:00:00Z", [...december.lines, asked]);
  expect(prove({ calls }, [november, other]).found).toBe(0);
  const twice = invoice("in_2", "2026-12-01T00:00:00Z", [...december.lines, asked, asked]);
  expect(prove({ calls }, [november, twice]).found).toBeGreaterThan(0);
  const missing = prove({ calls }, [november, december], 0, month("2026-11"));
  expect(missing.differences).toEqual([
    "1503 tool calls beyond the quota of the month from 2026-11-01 were never billed.",
  ]);
});
