import { Hono } from "hono";
import { z } from "zod";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { listSuccess, success } from "#sandbox/hostaway/envelope.ts";
import { DateText, each, Flag, Integer } from "#sandbox/hostaway/fields.ts";
import { getOpenListing } from "#sandbox/hostaway/find.ts";
import { invalid, NoQuery, Paging, pageOf, readQuery } from "#sandbox/hostaway/query.ts";
import { getRow, newRow, nowStamp, readRow } from "#sandbox/hostaway/rows.ts";
import { toCsv } from "./report.ts";

export const Expense = z.object({
  ...each(["id", "accountId"], z.int()),
  ...each(
    ["ownerStatementId", "listingMapId", "reservationId", "ownerUserId", "ownerStatementExpenseId"],
    Integer,
  ),
  expenseDate: DateText,
  concept: z.string().min(1).max(255),
  amount: z.number().refine((amount) => amount !== 0, "must not be 0"),
  isDeleted: Flag,
  categories: z.array(z.int()).default([]),
  categoriesNames: z.array(z.string().min(1)).default([]),
  attachments: z.array(z.unknown()).default([]),
  ...each(["insertedOn", "updatedOn"], z.string()),
});
export type Expense = z.infer<typeof Expense>;

/** What a category is called; a name that is new makes one. */
export const ExpenseCategory = z.object({ id: z.int(), name: z.string() });
export type ExpenseCategory = z.infer<typeof ExpenseCategory>;

const ExpensesQuery = z.object({ ...Paging, format: z.enum(["json", "csv"]).default("json") });

export const expenses = new Hono<HostawayEnv>();

expenses.get("/expenses", (c) => {
  const { format, ...paging } = readQuery(c, ExpensesQuery);
  const page = pageOf(c, c.var.account.expenses.all(), paging);
  const rows = page.rows.map((expense) => toView(c, expense));
  if (format === "json") return listSuccess({ ...page, rows }, c.var.settings);
  const names = ["id", "expenseDate", "listingName", "concept", "amount", "type"] as const;
  const columns = names.map((name) => ({ name, title: name, valueType: "string" }) as const);
  const cells = rows.map((row) => names.map((name) => row[name] ?? ""));
  return toCsv({ columns, rows: cells }, "comma");
});

expenses.post("/expenses", async (c) => {
  readQuery(c, NoQuery);
  const { expenses: rows } = c.var.account;
  const expense = await readRow(c, Expense, { fixed: { ...newRow(c, rows), isDeleted: 0 } });
  return success(toView(c, rows.put(checked(c, expense))));
});

expenses.get("/expenses/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  return success(toView(c, getRow(c, c.var.account.expenses)));
});

expenses.put("/expenses/:id{[0-9]+}", async (c) => {
  readQuery(c, NoQuery);
  const { expenses: rows } = c.var.account;
  const base = getRow(c, rows);
  const { id, accountId, insertedOn } = base;
  const expense = await readRow(c, Expense, {
    base,
    fixed: { id, accountId, insertedOn, updatedOn: nowStamp(c) },
  });
  return success(toView(c, rows.put(checked(c, expense))));
});

expenses.delete("/expenses/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  c.var.account.expenses.remove(getRow(c, c.var.account.expenses).id);
  return success([]);
});

/** What the expense belongs to must exist; categories are kept by id and by name. */
function checked(c: HostawayContext, expense: Expense): Expense {
  const { account } = c.var;
  const { listingMapId, reservationId } = expense;
  if (listingMapId !== null) getOpenListing(c, listingMapId);
  if (reservationId !== null && !account.reservations.find(reservationId)) {
    throw invalid(c, `Reservation ${reservationId} does not exist`);
  }
  const unknown = expense.categories.find((id) => !account.expenseCategories.find(id));
  if (unknown !== undefined) throw invalid(c, `Category ${unknown} does not exist`);
  const named = expense.categoriesNames.map((name) => {
    const known = account.expenseCategories.all().find((category) => category.name === name);
    return known ?? account.expenseCategories.put({ id: account.expenseCategories.nextId(), name });
  });
  const ids = new Set([...expense.categories, ...named.map(({ id }) => id)]);
  const names = [...ids].map((id) => account.expenseCategories.find(id)?.name ?? "");
  return { ...expense, categories: [...ids], categoriesNames: names };
}

function toView(c: HostawayContext, expense: Expense) {
  const { listings, reservations, ownerStatements } = c.var.account;
  const statements = ownerStatements
    .all()
    .filter(({ expenses: own }) => own.some(({ id }) => id === expense.id));
  return {
    ...expense,
    type: expense.amount > 0 ? "extra" : "expense",
    listingName: listings.find(expense.listingMapId ?? 0)?.name ?? null,
    guestName: reservations.find(expense.reservationId ?? 0)?.guestName ?? null,
    ownerStatementIds: statements.map(({ id }) => id),
    ownerStatementNames: statements.map(({ statementName }) => statementName),
  };
}
