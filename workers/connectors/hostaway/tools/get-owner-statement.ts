import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { toRows } from "../finance-report.ts";
import { Note } from "../input.ts";

const MAX_BOOKINGS = 100;
const text = z.string().optional();
const amount = z.number().optional();

export const getOwnerStatement = defineTool<HostawayClient>()({
  name: "get_owner_statement",
  title: "Get owner statement",
  access: "read",
  toolset: "finance",
  description:
    "Shows one owner statement as it was settled: period, properties, totals, each booking's amounts, and expenses and extras. Later changes of bookings are not in it. " +
    "The owner's addresses are never included. To find the id call list_owner_statements; for live figures call get_financial_report.",
  input: z.object({ statement_id: z.int().positive() }),
  output: z.object({
    id: z.number(),
    name: text,
    invoice_name: text,
    owner: text,
    manager: text,
    start_date: text,
    end_date: text,
    date_type: text.describe("Which date put a booking into the period"),
    property_ids: z.array(z.number()),
    currency: text,
    grand_total: amount,
    expenses_total: amount,
    summary: z.array(z.object({ name: text, amount })),
    bookings: z.array(
      z.object({
        property_id: z.number().optional(),
        property_name: text,
        details: z.record(z.string(), z.string()),
        amounts: z.record(z.string(), z.number()),
      }),
    ),
    expenses: z
      .array(z.object({ date: text, concept: text, amount }))
      .describe("Below 0 a cost, above 0 an extra"),
    notes: text,
    updated_at: text,
    note: Note,
  }),
  async run({ client, input, signal }) {
    const statement = await client.finance.getOwnerStatement(input.statement_id, signal);
    const { filterParametersJson: filter, financeDataJson: table, grandTotalJson: total } = statement;
    const bookings = table === undefined ? [] : toRows(table, table.currency);
    return {
      id: statement.id,
      name: statement.statementName,
      invoice_name: statement.invoiceName,
      owner: statement.propertyOwnerName,
      manager: statement.propertyManagerName,
      start_date: filter?.fromDate,
      end_date: filter?.toDate,
      date_type: filter?.dateType,
      property_ids: (filter?.listingMapIds ?? []).filter((id) => id !== undefined),
      currency: table?.currency,
      grand_total: total?.grandTotalAmount,
      expenses_total: total?.expensesTotal,
      summary: statement.summaryDataJson.map(({ formulaName, totalValue }) => ({
        name: formulaName,
        amount: totalValue,
      })),
      bookings: bookings.slice(0, MAX_BOOKINGS),
      expenses: statement.expenses.map(({ expenseDate, concept, amount }) => ({
        date: expenseDate,
        concept,
        amount,
      })),
      notes: statement.notes,
      updated_at: statement.updatedOn,
      note:
        bookings.length > MAX_BOOKINGS
          ? `Only ${MAX_BOOKINGS} of ${bookings.length} bookings are shown; the totals cover all.`
          : undefined,
    };
  },
});
