import { expect, test } from "vitest";
import { fakeUpstream, listing, one, reservation } from "../fake-upstream.ts";
import { applyWrite, getStep, lookBack, planWrite } from "../fake-write.ts";
import { createExpense } from "./create-expense.ts";

const account = (fields: object = {}, routes: object = {}) =>
  fakeUpstream({
    "/listings/1": one(listing(1, fields)),
    "/reservations/501": one(reservation(501)),
    "POST /expenses": (_: unknown, body: object) => one({ id: 66, ...body }),
    "DELETE /expenses/66": { status: "success", result: [] },
    ...routes,
  });
const args = { property_id: 1, date: "2026-11-20", concept: "New kettle", amount: 49.9, currency: "usd" };

test("a cost is negative, in the currency of the property", async () => {
  const upstream = account();
  const plan = await planWrite(createExpense, upstream, { ...args, categories: ["Kitchen"] });
  expect(plan.summary).toBe('Records the expense "New kettle" of 49.9 USD for House 1 on 2026-11-20.');
  expect(plan.money).toEqual([{ what: "Cost", currency: "USD", before: null, after: -49.9 }]);
  expect(await applyWrite(createExpense, upstream, getStep(plan).change)).toEqual({ expense_id: 66 });
  expect(upstream.calls.at(-1)?.request.body).toEqual({
    listingMapId: 1,
    expenseDate: "2026-11-20",
    concept: "New kettle",
    amount: -49.9,
    categoriesNames: ["Kitchen"],
  });
});

test("an extra is positive, and a booking stands for its property", async () => {
  const { property_id: _, ...given } = args;
  const plan = await planWrite(createExpense, account(), { ...given, booking_id: 501, type: "extra" });
  expect(getStep(plan).after).toMatchObject({ property_id: 1, booking_id: 501, amount: 49.9 });
});

test("is undone by deleting it", async () => {
  const held = { id: 66, listingMapId: 1, expenseDate: "2026-11-20", concept: "New kettle", amount: "-49.9" };
  const upstream = account({}, { "GET /expenses/66": one(held) });
  const step = getStep(await planWrite(createExpense, upstream, args));
  const { now, reverse } = await lookBack(createExpense, upstream, step, { expense_id: 66 });
  expect(now).toEqual(step.after);
  expect(reverse).toEqual({ kind: "delete", expense_id: 66 });
  if (reverse) await applyWrite(createExpense, upstream, reverse);
  expect(upstream.calls.at(-1)?.request.method).toBe("DELETE");
  expect((await lookBack(createExpense, account(), step, { expense_id: 66 })).now).toBeNull();
});

test.each([
  ["another currency", { currency: "EUR" }, {}, /kept in USD/],
  ["an archived property", {}, { specialStatus: "archived" }, /archived/],
  ["neither property nor booking", { property_id: undefined }, {}, /property_id/],
  ["an amount of 0", { amount: 0 }, {}, /more than 0/],
  ["a concept of 256 characters", { concept: "x".repeat(256) }, {}, /255/],
])("refuses %s", async (_, given, fields, problem) => {
  await expect(planWrite(createExpense, account(fields), { ...args, ...given })).rejects.toThrow(problem);
});
