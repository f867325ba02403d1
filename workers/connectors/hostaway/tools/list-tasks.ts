import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { assertOrdered, CalendarDate } from "../dates.ts";
import { BookingId, Cursor, limitOf, NextCursor, Note, PropertyId, Total } from "../input.ts";
import { cutPage, readPosition } from "../page.ts";
import type { Task } from "../schemas/task.ts";
import { isOpen, isOverdue, TaskSummary, toCategories, toTaskSummary } from "../task-summary.ts";
import { taskCategories, UserId } from "../tasks.ts";
import { contains } from "../text.ts";
import { walkByOffset } from "../walk.ts";

const MAX_PAGES = 10;

const ListTasksInput = z.object({
  status: z
    .enum(["open", "overdue", "pending", "confirmed", "inProgress", "completed", "cancelled", "all"])
    .default("open")
    .describe("open: pending, confirmed or inProgress"),
  category: z.enum(taskCategories).optional(),
  property_id: PropertyId.optional(),
  booking_id: BookingId.optional(),
  assignee_user_id: UserId.optional(),
  due_from: CalendarDate.optional().describe("UTC"),
  due_to: CalendarDate.optional(),
  query: z.string().min(2).optional().describe("Part of the title"),
  limit: limitOf(25, 100),
  cursor: Cursor,
});

export const listTasks = defineTool<HostawayClient>()({
  name: "list_tasks",
  title: "List tasks",
  access: "read",
  toolset: "operations",
  description:
    "Lists the team's tasks, such as cleanings and repairs, the next due first and those without a due time last; by default the open ones. " +
    "Use it for which cleanings are open or what is late (status overdue). For notes, checklist and cost of one call get_task; to make or change one, create_task or update_task.",
  input: ListTasksInput,
  output: z.object({
    tasks: z.array(TaskSummary),
    overdue: z.number().describe("Of all that match"),
    total: Total,
    next_cursor: NextCursor,
    note: Note,
  }),
  async run({ client, input, cursors, now, signal }) {
    assertOrdered(input, "due_from", "due_to");
    const walk = await walkByOffset(
      (limit, offset) =>
        client.operations.getTasks({ limit, offset, reservationId: input.booking_id }, signal),
      { maxPages: MAX_PAGES },
    );
    const rows = walk.rows.filter((task) => hasStatus(task, input.status, now) && matches(task, input));
    const page = cutPage(
      { rows },
      {
        cursors,
        position: readPosition(cursors, input.cursor),
        limit: input.limit,
        toKey: ({ shouldEndBy = "~" }) => shouldEndBy,
      },
    );
    const isTruncated = walk.next !== undefined;
    return {
      tasks: page.rows.map((task) => toTaskSummary(task, now)),
      overdue: rows.filter((task) => isOverdue(task, now)).length,
      total: isTruncated ? undefined : page.total,
      next_cursor: page.nextCursor,
      note: isTruncated ? "There are more tasks than were read." : undefined,
    };
  },
});

function hasStatus(task: Task, status: z.infer<typeof ListTasksInput>["status"], now: number): boolean {
  if (status === "all") return true;
  if (status === "open") return isOpen(task);
  return status === "overdue" ? isOverdue(task, now) : task.status === status;
}

function matches(task: Task, input: z.infer<typeof ListTasksInput>): boolean {
  const due = task.shouldEndBy?.slice(0, 10);
  return (
    (input.category === undefined || toCategories(task).includes(input.category)) &&
    (input.property_id === undefined || task.listingMapId === input.property_id) &&
    (input.booking_id === undefined || task.reservationId === input.booking_id) &&
    (input.assignee_user_id === undefined || task.assigneeUserId === input.assignee_user_id) &&
    (input.due_from === undefined || (due !== undefined && due >= input.due_from)) &&
    (input.due_to === undefined || (due !== undefined && due <= input.due_to)) &&
    (input.query === undefined || contains(task.title, input.query))
  );
}
