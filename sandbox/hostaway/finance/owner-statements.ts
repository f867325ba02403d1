import { Hono } from "hono";
import { z } from "zod";
import type { HostawayEnv } from "#sandbox/hostaway/context.ts";
import { success } from "#sandbox/hostaway/envelope.ts";
import { each, Text } from "#sandbox/hostaway/fields.ts";
import { NoQuery, readQuery } from "#sandbox/hostaway/query.ts";
import { getRow } from "#sandbox/hostaway/rows.ts";
import { requireFinance } from "./require-finance.ts";

const Cell = z.union([z.string(), z.number()]);
const Amount = z.object({ name: z.string(), amount: z.number() });

const person = (whose: "propertyManager" | "propertyOwner") =>
  each([`${whose}Name`, `${whose}Email`, `${whose}Address`, `${whose}Phone`], Text);

/** Settled when it was made: later changes of reservations do not move it. */
export const OwnerStatement = z.object({
  ...each(["id", "accountId"], z.int()),
  ...each(["statementName", "invoiceName"], z.string()),
  filterParametersJson: z.object({
    listingMapIds: z.array(z.int()),
    ...each(["quickDate", "fromDate", "toDate", "dateType"], z.string()),
    ...each(["statuses", "tags", "columns", "summaryDataFormulaNames"], z.array(z.string())),
    channelIds: z.array(z.int()),
  }),
  summaryDataJson: z.array(z.object({ formulaName: z.string(), totalValue: z.number() })),
  financeDataJson: z.object({
    columns: z.array(z.object({ name: z.string(), title: z.string(), valueType: z.string() })),
    rows: z.array(z.array(Cell)),
    totals: z.array(Cell),
    currency: z.string(),
  }),
  ...person("propertyManager"),
  ...person("propertyOwner"),
  grandTotalJson: z.object({
    expensesTotal: z.number(),
    grandTotalAmount: z.number(),
    formulasTotal: z.array(Amount),
  }),
  notes: Text,
  expenses: z.array(
    z.object({
      ...each(["id", "listingMapId"], z.int()),
      reservationId: z.int().nullable(),
      ...each(["expenseDate", "concept"], z.string()),
      amount: z.number(),
    }),
  ),
  accessByUsers: z.array(z.int()),
  ...each(["insertedOn", "updatedOn"], z.string()),
});
export type OwnerStatement = z.infer<typeof OwnerStatement>;

export const ownerStatements = new Hono<HostawayEnv>();

ownerStatements.get("/ownerStatements", (c) => {
  readQuery(c, NoQuery);
  requireFinance(c);
  return success(c.var.account.ownerStatements.all().map(({ id, statementName }) => ({ id, statementName })));
});

ownerStatements.get("/ownerStatement/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  requireFinance(c);
  return success(getRow(c, c.var.account.ownerStatements));
});
