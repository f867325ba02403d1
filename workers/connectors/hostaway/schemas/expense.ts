import { z } from "zod";
import { answerOf, pageOf, parserOf } from "./envelope.ts";
import { date, flag, id, list, number, text } from "./fields.ts";

/** It carries no currency of its own: amounts are in that of the property. Below 0 it is a cost, above 0 a further income. */
export const Expense = z.object({
  id,
  listingMapId: number,
  reservationId: number,
  expenseDate: date,
  concept: text,
  amount: number,
  isDeleted: flag,
  listingName: text,
  guestName: text,
  ownerStatementNames: list(z.string()),
  categoriesNames: list(z.string()),
});
export type Expense = z.infer<typeof Expense>;

export const parseExpenseAnswer = answerOf(Expense);
export const parseExpensePage = parserOf(pageOf(Expense));
