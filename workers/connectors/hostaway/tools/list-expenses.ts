import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { assertOrdered, CalendarDate } from "../dates.ts";
import { BookingId, Cursor, limitOf, NextCursor, Note, PropertyId, Total } from "../input.ts";
import { sumByCurrency } from "../money.ts";
import { cutPage, readPosition } from "../page.ts";
import { readListings } from "../read-period.ts";
import type { Expense } from "../schemas/expense.ts";
import { toGuestName } from "../text.ts";
import { walkByOffset } from "../walk.ts";

const MAX_PAGES = 10;

const ListExpensesInput = z.object({
  property_id: PropertyId.optional(),
  booking_id: BookingId.optional(),
  from_date: CalendarDate.optional(),
  to_date: CalendarDate.optional(),
  limit: limitOf(25, 100),
  cursor: Cursor,
});

const text = z.string().optional();

export const listExpenses = defineTool<HostawayClient>()({
  name: "list_expenses",
  title: "List expenses",
  access: "read",
  toolset: "finance",
  description:
    "Lists expenses (below 0) and extras (above 0) that were recorded for properties and owners, newest first, with their sums per currency. Amounts are in the currency of the property. " +
    "Use it for costs per property. To record one call create_expense; to see it in a settlement call get_owner_statement.",
  input: ListExpensesInput,
  output: z.object({
    expenses: z.array(
      z.object({
        id: z.number(),
        date: text,
        concept: text,
        amount: z.number().optional(),
        currency: text,
        property_id: z.number().optional(),
        property_name: text,
        booking_id: z.number().optional(),
        guest_name: text,
        categories: z.array(z.string()),
        owner_statements: z.array(z.string()).optional(),
      }),
    ),
    sums: z
      .array(z.object({ currency: z.string(), expenses: z.number(), extras: z.number() }))
      .describe("Of all that match, on every page"),
    without_currency: z.number().describe("In no sum: they belong to no property"),
    total: Total,
    next_cursor: NextCursor,
    note: Note,
  }),
  async run({ client, input, cursors, signal }) {
    assertOrdered(input, "from_date", "to_date");
    const walk = await walkByOffset(
      (limit, offset) => client.finance.getExpenses({ limit, offset }, signal),
      { maxPages: MAX_PAGES },
    );
    const listings = await readListings(client, input.property_id, signal);
    const currencies = new Map(listings.rows.map(({ id, currencyCode }) => [id, currencyCode]));
    const toCurrency = ({ listingMapId }: Expense) => currencies.get(listingMapId ?? 0);
    const rows = walk.rows.filter((expense) => matches(expense, input));
    const page = cutPage(
      { rows },
      {
        cursors,
        position: readPosition(cursors, input.cursor),
        limit: input.limit,
        order: "descending",
        toKey: ({ expenseDate = "" }) => expenseDate,
      },
    );
    const sumOf = (kind: (amount: number) => boolean) =>
      sumByCurrency(rows, ({ amount = 0 }) => (kind(amount) ? amount : 0), toCurrency);
    const [expenses, extras] = [sumOf((amount) => amount < 0), sumOf((amount) => amount > 0)];
    const isTruncated = walk.next !== undefined;
    return {
      expenses: page.rows.map((expense) => toRow(expense, toCurrency(expense))),
      sums: [...expenses].map(([currency, sum]) => ({
        currency,
        expenses: sum,
        extras: extras.get(currency) ?? 0,
      })),
      without_currency: rows.filter((expense) => toCurrency(expense) === undefined).length,
      total: isTruncated ? undefined : page.total,
      next_cursor: page.nextCursor,
      note: isTruncated ? "There are more expenses than were read: the sums are incomplete." : undefined,
    };
  },
});

/** Upstream filters nothing here. */
const matches = (expense: Expense, input: z.infer<typeof ListExpensesInput>): boolean =>
  !expense.isDeleted &&
  (input.property_id === undefined || expense.listingMapId === input.property_id) &&
  (input.booking_id === undefined || expense.reservationId === input.booking_id) &&
  (expense.expenseDate ?? "") >= (input.from_date ?? "") &&
  (input.to_date === undefined || (expense.expenseDate ?? "") <= input.to_date);

const toRow = (expense: Expense, currency: string | undefined) => ({
  id: expense.id,
  date: expense.expenseDate,
  concept: expense.concept,
  amount: expense.amount,
  currency,
  property_id: expense.listingMapId,
  property_name: expense.listingName,
  booking_id: expense.reservationId,
  guest_name: toGuestName(expense.guestName),
  categories: expense.categoriesNames,
  owner_statements: expense.ownerStatementNames.length > 0 ? expense.ownerStatementNames : undefined,
});
