import { z } from "zod";
import { answerOf, pageOf, parserOf } from "./envelope.ts";
import { date, id, list, number, text, time } from "./fields.ts";
import { FinanceReport } from "./finance-report.ts";

export const StatementName = z.object({ id, statementName: text });
export type StatementName = z.infer<typeof StatementName>;

/** Of the owner and the manager only the names: addresses are for letters, not for models. */
export const OwnerStatement = StatementName.extend({
  invoiceName: text,
  filterParametersJson: z
    .object({ listingMapIds: list(number), fromDate: date, toDate: date, dateType: text })
    .optional()
    .catch(undefined),
  summaryDataJson: list(z.object({ formulaName: text, totalValue: number })),
  financeDataJson: FinanceReport.optional().catch(undefined),
  propertyManagerName: text,
  propertyOwnerName: text,
  grandTotalJson: z.object({ expensesTotal: number, grandTotalAmount: number }).optional().catch(undefined),
  notes: text,
  expenses: list(z.object({ expenseDate: date, concept: text, amount: number })),
  updatedOn: time,
});
export type OwnerStatement = z.infer<typeof OwnerStatement>;

export const parseStatementNames = parserOf(pageOf(StatementName));
export const parseOwnerStatementAnswer = answerOf(OwnerStatement);
