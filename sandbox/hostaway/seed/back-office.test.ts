import { beforeAll, expect, test } from "vitest";
import { Charge } from "#sandbox/hostaway/finance/charges.ts";
import { OwnerStatement } from "#sandbox/hostaway/finance/owner-statements.ts";
import { Review } from "#sandbox/hostaway/operations/reviews.ts";
import { Task } from "#sandbox/hostaway/operations/task.ts";
import { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import { type Caller, callerOf, newCaller } from "#sandbox/testing.ts";

let caller: Caller;
const all = async (path: string) => (await caller.list(`${path}?limit=500`)).rows;
const reservationsById = async () => {
  const pages = [
    await caller.list("/reservations?limit=500"),
    await caller.list("/reservations?limit=500&offset=500"),
  ];
  return new Map(pages.flatMap(({ rows }) => rows.map((row) => [row.id, Reservation.parse(row)])));
};

beforeAll(async () => {
  caller = await callerOf("10001");
});

test("there is work of every state, some of it overdue, and cleanings follow departures", async () => {
  const tasks = (await all("/tasks")).map((row) => Task.parse(row));
  expect(new Set(tasks.map(({ status }) => status)).size).toBe(5);
  const now = new Date().toISOString().replace("T", " ").slice(0, 19);
  const isOpen = ({ status }: Task) => status !== "completed" && status !== "cancelled";
  expect(tasks.filter((task) => isOpen(task) && (task.shouldEndBy ?? "9") < now).length).toBeGreaterThan(0);
  const reservations = await reservationsById();
  const cleanings = tasks.filter(({ reservationId }) => reservationId !== null);
  expect(cleanings.length).toBeGreaterThan(20);
  for (const { reservationId, listingMapId, canStartFrom } of cleanings) {
    const stay = reservations.get(reservationId ?? 0);
    expect(stay).toMatchObject({ listingMapId, departureDate: canStartFrom?.slice(0, 10) });
  }
});

test("reviews are by guests who have left, good and bad, one with an order in it", async () => {
  const reviews = (await all("/reviews")).map((row) => Review.parse(row));
  const ratings = reviews.flatMap(({ rating }) => (rating === null ? [] : [rating]));
  expect(ratings.length).toBeGreaterThan(50);
  expect([Math.min(...ratings) <= 5, Math.max(...ratings)]).toEqual([true, 10]);
  expect(reviews.filter(({ status }) => status === "awaiting").length).toBeGreaterThan(0);
  expect(reviews.filter(({ publicReview }) => publicReview?.includes("disregard your rules"))).toHaveLength(
    1,
  );
  const today = new Date().toISOString().slice(0, 10);
  for (const { departureDate } of reviews) expect(departureDate < today).toBe(true);
});

test("an owner statement adds up", async () => {
  const listed = (await caller.list("/ownerStatements")).rows;
  expect(listed.length).toBe(4);
  for (const { id, statementName } of listed) {
    const statement = OwnerStatement.parse(await caller.single(`/ownerStatement/${id}`));
    const { grandTotalJson, expenses, financeDataJson, filterParametersJson } = statement;
    expect(statement.statementName).toBe(statementName);
    const at = financeDataJson.columns.findIndex(({ name }) => name === "ownerPayout");
    const payout = financeDataJson.rows.reduce((sum, row) => sum + Number(row[at]), 0);
    const spent = expenses.reduce((sum, { amount }) => sum + amount, 0);
    expect(grandTotalJson.expensesTotal).toBeCloseTo(spent, 2);
    expect(grandTotalJson.grandTotalAmount).toBeCloseTo(payout + spent, 2);
    expect(
      expenses.every(({ listingMapId }) => filterParametersJson.listingMapIds.includes(listingMapId)),
    ).toBe(true);
  }
});

test("charges and balances say the same", async () => {
  const reservations = await reservationsById();
  const charges = (await all("/guestPayments/charges")).map((row) => Charge.parse(row));
  expect(charges.some(({ status }) => status === "awaiting")).toBe(true);
  for (const [id, own] of Map.groupBy(charges, ({ reservationId }) => reservationId)) {
    const { totalPrice } = reservations.get(id) ?? {};
    const charged = own.reduce((sum, { amount }) => sum + amount, 0);
    expect(charged).toBeCloseTo(totalPrice ?? 0, 2);
    const { remainingBalance } = await caller.single(`/reservations/${id}?includePayments=1`);
    const owed = own.filter(({ status }) => status !== "paid").reduce((sum, { amount }) => sum + amount, 0);
    expect(owed).toBeCloseTo(Number(remainingBalance), 2);
  }
});

test("coupons are of every kind, and expenses of half a year are both costs and extras", async () => {
  const coupons = await all("/coupons");
  expect(coupons.map(({ name }) => name)).toEqual([
    "WELCOME10",
    "RETURN50",
    "SUMMER15",
    "FIRST25",
    "STAFF40",
  ]);
  const expenses = await all("/expenses");
  expect(new Set(expenses.map(({ type }) => type))).toEqual(new Set(["expense", "extra"]));
  expect(
    new Set(expenses.map(({ expenseDate }) => String(expenseDate).slice(0, 7))).size,
  ).toBeGreaterThanOrEqual(6);
});

test("a small account has a back office as well, under the same ids", async () => {
  const small = await newCaller();
  for (const path of ["/tasks/700001", "/expenses/1200001", "/ownerStatement/1301", "/customFields"]) {
    expect((await small.get(path)).status, path).toBe(200);
  }
  expect((await small.get("/tasks/700001")).body).not.toEqual((await caller.get("/tasks/700001")).body);
});
