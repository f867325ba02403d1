import { expect, test } from "vitest";
import { AppError } from "#errors.ts";
import { fakeUpstream, listing, one, pagedList, runTool } from "../fake-upstream.ts";
import { getFinancialReport } from "./get-financial-report.ts";

const range = { start_date: "2026-12-01", end_date: "2026-12-31" };

const report = (rows: unknown[][], currency: string) =>
  one({
    columns: [
      { name: "ownerPayout", title: "Owner payout", valueType: "money" },
      { name: "listingName", title: "Listing", valueType: "string" },
      { name: "cleaningFeeValue", title: "Cleaning fee", valueType: "money" },
    ],
    rows,
    totals: ["Totals", 0],
    currency,
  });

test("asks for each currency by itself, reads columns by name, and adds up itself", async () => {
  const answers = [
    report(
      [
        [100.1, "(1) House 1", 0],
        ["200.2", "(2) House 2", 50],
      ],
      "USD",
    ),
    report([[70, "(3) Haus", 5]], "EUR"),
  ];
  const upstream = fakeUpstream({
    "/listings": pagedList([listing(1), listing(3, { currencyCode: "EUR" }), listing(2)]),
    "/finance/report/listingFinancials": () => answers.shift(),
  });
  const answer = await runTool(getFinancialReport, upstream, range);
  const forms = upstream.calls.map(({ request }) => request.form).filter((form) => form !== undefined);
  expect(forms).toMatchObject([
    { listingMapIds: [1, 2], dateType: "arrivalDate", statuses: ["new", "modified"], format: "json" },
    { listingMapIds: [3] },
  ]);
  expect(answer.rows).toEqual([
    { property_id: 1, property_name: "House 1", currency: "USD", amounts: { ownerPayout: 100.1 } },
    {
      property_id: 2,
      property_name: "House 2",
      currency: "USD",
      amounts: { ownerPayout: 200.2, cleaningFeeValue: 50 },
    },
    {
      property_id: 3,
      property_name: "Haus",
      currency: "EUR",
      amounts: { ownerPayout: 70, cleaningFeeValue: 5 },
    },
  ]);
  expect(answer.totals).toEqual([
    { currency: "USD", amounts: { ownerPayout: 300.3, cleaningFeeValue: 50 } },
    { currency: "EUR", amounts: { ownerPayout: 70, cleaningFeeValue: 5 } },
  ]);
  expect(answer.titles).toEqual({ ownerPayout: "Owner payout", cleaningFeeValue: "Cleaning fee" });
});

test("an account without financial reporting is told what works without it", async () => {
  const upstream = fakeUpstream({
    "/listings": pagedList([listing(1)]),
    "/finance/report/listingFinancials": () => {
      throw new AppError("upstream_locked");
    },
  });
  await expect(runTool(getFinancialReport, upstream, range)).rejects.toMatchObject({
    code: "upstream_locked",
    message: expect.stringContaining("get_financial_summary"),
  });
});
