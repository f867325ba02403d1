import { z } from "zod";
import { answerOf } from "./envelope.ts";
import { list, text } from "./fields.ts";

/** Columns differ from account to account: they are found by name. Totals are left out, as they may not fit the columns. */
export const FinanceReport = z.object({
  columns: list(z.object({ name: z.string(), title: text, valueType: text })),
  rows: list(z.array(z.union([z.string(), z.number(), z.null()]))),
  currency: text,
});
export type FinanceReport = z.infer<typeof FinanceReport>;

export const parseFinanceReportAnswer = answerOf(FinanceReport);
