import { expect, test } from "vitest";
import { fakeUpstream, listing, pagedList, runTool } from "../fake-upstream.ts";
import { listExpenses } from "./list-expenses.ts";

const expense = (id: number, fields: object = {}) => ({
  id,
  listingMapId: 1,
  expenseDate: "2026-11-01",
  concept: "Plumber",
  amount: -80.1,
  isDeleted: 0,
  ...fields,
});

const account = () =>
  fakeUpstream({
    "/listings": pagedList([listing(1), listing(2, { currencyCode: "EUR", specialStatus: "archived" })]),
    "/listings/2": { status: "success", result: listing(2, { currencyCode: "EUR" }) },
    "/expenses": pagedList([
      expense(1),
      expense(2, { amount: "-19.9", expenseDate: "2026-11-20" }),
      expense(3, { amount: 30 }),
      expense(4, { listingMapId: 2, amount: -5 }),
      expense(5, { listingMapId: null, amount: -7 }),
      expense(6, { isDeleted: 1 }),
    ]),
  });

test("sums costs and extras per currency of the property, the newest first", async () => {
  const answer = await runTool(listExpenses, account(), {});
  expect(answer.sums).toEqual([
    { currency: "USD", expenses: -100, extras: 30 },
    { currency: "EUR", expenses: -5, extras: 0 },
  ]);
  expect([answer.total, answer.without_currency, answer.expenses[0]?.id]).toEqual([5, 1, 2]);
});

test("filters by date and property itself", async () => {
  const idsOf = async (args: object) =>
    (await runTool(listExpenses, account(), args)).expenses.map(({ id }) => id);
  expect(await idsOf({ from_date: "2026-11-02" })).toEqual([2]);
  expect(await idsOf({ property_id: 2 })).toEqual([4]);
  await expect(idsOf({ from_date: "2026-12-02", to_date: "2026-12-01" })).rejects.toMatchObject({
    code: "invalid_request",
  });
});
