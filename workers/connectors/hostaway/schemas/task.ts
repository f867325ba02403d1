import { z } from "zod";
import { answerOf, pageOf, parserOf } from "./envelope.ts";
import { id, list, number, text, time } from "./fields.ts";

export const Task = z.object({
  id,
  listingMapId: number,
  reservationId: number,
  assigneeUserId: number,
  title: text,
  description: text,
  status: text,
  canStartFrom: time,
  shouldEndBy: time,
  startedAt: time,
  completedAt: time,
  resolutionNote: text,
  feedbackScore: number,
  feedbackNote: text,
  priority: number,
  cost: number,
  costCurrency: text,
  costDescription: text,
  checklistItems: list(z.unknown()),
  categoriesMap: list(number),
});
export type Task = z.infer<typeof Task>;

export const parseTaskAnswer = answerOf(Task);
export const parseTaskPage = parserOf(pageOf(Task));
