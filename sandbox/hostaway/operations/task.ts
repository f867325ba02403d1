import { z } from "zod";
import { Decimal, each, Flag, Integer, Text } from "#sandbox/hostaway/fields.ts";

export const taskStatuses = ["pending", "confirmed", "inProgress", "completed", "cancelled"] as const;
export const taskEvents = ["arrival", "departure", "previousArrival", "previousDeparture"] as const;

const Moment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/, "must be like 2027-01-31 12:00:00")
  .nullable()
  .default(null);
const TaskEvent = z.enum(taskEvents).nullable().default(null);

/** Categories by number: cleaning, maintenance, check-in, check-out, back office, other. */
const Category = z.int().min(1).max(6);

export const Task = z.object({
  ...each(["id", "accountId"], z.int()),
  ...each(["listingMapId", "channelId", "reservationId", "autoTaskId", "assigneeUserId"], Integer),
  ...each(["canBePickedByGroupId", "supervisorUserId", "createdByUserId", "checklistTemplateId"], Integer),
  ...each(["reservationUnitId", "canStartFromEventDelta", "shouldEndByEventDelta"], Integer),
  isUpdatedManually: Flag,
  title: z.string().min(1),
  ...each(["description", "resolutionNote", "feedbackNote"], Text),
  ...each(["canStartFrom", "canStartFromListingTime", "shouldEndBy", "shouldEndByListingTime"], Moment),
  ...each(["canStartFromEvent", "shouldEndByEvent"], TaskEvent),
  status: z.enum(taskStatuses).default("pending"),
  feedbackScore: Integer,
  ...each(["startedAt", "confirmedAt", "completedAt"], Moment),
  ...each(["priority", "rank"], Integer),
  ...each(["cost", "expense"], Decimal),
  ...each(["costCurrency", "costDescription", "color"], Text),
  checklistItems: z.array(z.unknown()).default([]),
  customFieldValue: z.array(z.object({ customFieldId: z.int(), value: z.string() })).default([]),
  categoriesMap: z.array(Category).default([]),
  ...each(["insertedOn", "updatedOn"], z.string()),
});
export type Task = z.infer<typeof Task>;
