import { z } from "zod";
import { defineWriteTool, type JsonObject } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";
import { requireCurrency } from "../book-stay.ts";
import { orNull } from "../client/reading.ts";
import type { HostawayClient } from "../client.ts";
import { CalendarDate, daysBetween, toDate } from "../dates.ts";
import { BookingId, PropertyId } from "../input.ts";
import { requirePlace } from "../require-place.ts";
import type { Expense } from "../schemas/expense.ts";

const ExpenseId = z.int().positive();

const CreateExpenseChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("create"), body: z.record(z.string(), z.json()) }),
  z.object({ kind: z.literal("delete"), expense_id: ExpenseId }),
]);
type CreateExpenseChange = z.infer<typeof CreateExpenseChange>;

export const createExpense = defineWriteTool<HostawayClient>()({
  name: "create_expense",
  title: "Record an expense",
  access: "write",
  toolset: "finance",
  description:
    "Records an expense, or an extra (a further income), for a property or a booking. It appears in owner statements made later; it moves no money and charges nobody. " +
    "Hostaway keeps amounts in the property's currency: any other is refused, never converted. Undoing deletes it. " +
    "To see what is recorded call list_expenses.",
  input: z.object({
    property_id: PropertyId.optional().describe("Left out with a booking_id: that booking's property"),
    booking_id: BookingId.optional(),
    date: CalendarDate,
    concept: z.string().trim().min(1).max(255).describe("What it was for"),
    amount: z.number().positive().max(10_000_000).describe("Above 0, also for expenses"),
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{3}$/, "must be three letters, such as EUR")
      .describe("What the amount is in"),
    type: z.enum(["expense", "extra"]).default("expense"),
    categories: z.array(z.string().trim().min(1).max(100)).max(10).default([]).describe("New names are made"),
  }),
  change: CreateExpenseChange,
  batch: false,
  repeatable: false,
  async plan({ client, input, now, signal }) {
    const { booking_id, categories, concept, date, type } = input;
    const place = await requirePlace(client, input, signal);
    if (place === null) throw new AppError("invalid_request", "Give `property_id` or `booking_id`.");
    const { listing } = place;
    const currency = requireCurrency(listing);
    if (input.currency !== currency) {
      throw new AppError(
        "invalid_request",
        `Property ${listing.id} is kept in ${currency}, and \`currency\` is ${input.currency}. Give the amount in ${currency}.`,
      );
    }
    const amount = type === "expense" ? -input.amount : input.amount;
    const ahead = daysBetween(toDate(now), date);
    return {
      summary: `Records the ${type} "${concept}" of ${input.amount} ${currency} for ${listing.name ?? `property ${listing.id}`} on ${date}.`,
      steps: [
        {
          item: `${type} of property ${listing.id}`,
          change: {
            kind: "create" as const,
            body: {
              listingMapId: listing.id,
              ...(booking_id !== undefined && { reservationId: booking_id }),
              expenseDate: date,
              concept,
              amount,
              categoriesNames: categories,
            },
          },
          before: null,
          after: { property_id: listing.id, booking_id: booking_id ?? null, date, concept, amount },
        },
      ],
      money: [{ what: type === "expense" ? "Cost" : "Income", currency, before: null, after: amount }],
      warnings: ahead > 0 ? [`${date} is ${ahead} days ahead.`] : [],
    };
  },
  async apply({ client, change, signal }): Promise<JsonObject> {
    if (change.kind === "create") {
      const { id } = await client.finance.createExpense(change.body, signal);
      return { expense_id: id };
    }
    await client.finance.deleteExpense(change.expense_id, signal);
    return { expense_id: change.expense_id };
  },
  undo: {
    reverse: ({ change, result }): CreateExpenseChange | null =>
      change.kind === "create" ? { kind: "delete", expense_id: ExpenseId.parse(result.expense_id) } : null,
    read: async ({ client, result, signal }) => {
      const expense = await orNull(client.finance.getExpense(ExpenseId.parse(result.expense_id), signal));
      return expense && toRecorded(expense);
    },
  },
});

const toRecorded = (expense: Expense): JsonObject => ({
  property_id: expense.listingMapId ?? null,
  booking_id: expense.reservationId ?? null,
  date: expense.expenseDate ?? null,
  concept: expense.concept ?? null,
  amount: expense.amount ?? null,
});
