import { z } from "zod";
import type { Task } from "./schemas/task.ts";
import { taskCategories } from "./tasks.ts";

/** The fields that a task has in a list as well as by itself. */
export const TaskSummary = z.object({
  id: z.number(),
  title: z.string().optional(),
  status: z.string().optional(),
  categories: z.array(z.string()).optional(),
  property_id: z.number().optional(),
  booking_id: z.number().optional(),
  assignee_user_id: z.number().optional(),
  start_at: z.string().optional().describe("UTC"),
  due_at: z.string().optional(),
  overdue: z.boolean().optional(),
});

const open = new Set(["pending", "confirmed", "inProgress"]);

export const isOpen = ({ status = "" }: Task): boolean => open.has(status);

export const toCategories = ({ categoriesMap }: Task): string[] =>
  categoriesMap.flatMap((number) => taskCategories[(number ?? 0) - 1] ?? []);

export const isOverdue = (task: Task, now: number): boolean =>
  isOpen(task) && task.shouldEndBy !== undefined && Date.parse(task.shouldEndBy) < now;

export function toTaskSummary(task: Task, now: number): z.input<typeof TaskSummary> {
  const categories = toCategories(task);
  return {
    id: task.id,
    title: task.title,
    status: task.status,
    categories: categories.length > 0 ? categories : undefined,
    property_id: task.listingMapId,
    booking_id: task.reservationId,
    assignee_user_id: task.assigneeUserId,
    start_at: task.canStartFrom,
    due_at: task.shouldEndBy,
    overdue: isOverdue(task, now) || undefined,
  };
}
