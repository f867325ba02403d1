import { z } from "zod";
import { defineWriteTool, type JsonObject } from "#connectors/define-write-tool.ts";
import { orNull } from "../client/reading.ts";
import type { HostawayClient } from "../client.ts";
import { BookingId, PropertyId, TaskId } from "../input.ts";
import { requirePlace } from "../require-place.ts";
import {
  assertTimes,
  Description,
  findAssignee,
  Time,
  Title,
  taskCategories,
  toTaskBody,
  toTaskValues,
  UserId,
} from "../tasks.ts";

const CreateTaskChange = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("create"), body: z.record(z.string(), z.json()) }),
  z.object({ kind: z.literal("delete"), task_id: TaskId }),
]);
type CreateTaskChange = z.infer<typeof CreateTaskChange>;

const shown = [
  "title",
  "description",
  "property_id",
  "booking_id",
  "assignee_user_id",
  "start_at",
  "due_at",
] as const;

export const createTask = defineWriteTool<HostawayClient>()({
  name: "create_task",
  title: "Create a task",
  access: "write",
  toolset: "operations",
  description:
    "Makes a task for the team, such as a cleaning or a repair, for a property, a booking or neither. Guests do not see it; the assignee may be notified. Undoing deletes it. " +
    "To find an assignee call list_users; to see what is open list_tasks; to change one update_task.",
  input: z.object({
    title: Title,
    description: Description.optional(),
    property_id: PropertyId.optional().describe("Left out with a booking_id: that booking's property"),
    booking_id: BookingId.optional(),
    assignee_user_id: UserId.optional(),
    category: z.enum(taskCategories).optional(),
    start_at: Time.optional(),
    due_at: Time.optional(),
  }),
  change: CreateTaskChange,
  batch: false,
  repeatable: false,
  async plan({ client, input, signal }) {
    assertTimes(input);
    const [place, assignee] = await Promise.all([
      requirePlace(client, input, signal),
      findAssignee(client, input.assignee_user_id, signal),
    ]);
    const { category, ...given } = { ...input, property_id: place?.listing.id };
    const values = Object.fromEntries(shown.map((name) => [name, given[name] ?? null]));
    const set = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
    const categories: JsonObject =
      category === undefined ? {} : { categoriesMap: [taskCategories.indexOf(category) + 1] };
    const where = place === null ? "" : ` at ${place.listing.name ?? `property ${place.listing.id}`}`;
    return {
      summary: `Creates the task "${input.title}"${where}${assignee === undefined ? "" : ` for ${assignee}`}.`,
      steps: [
        {
          item: "task",
          change: { kind: "create" as const, body: { ...toTaskBody(set, Object.keys(set)), ...categories } },
          before: null,
          after: values,
        },
      ],
      warnings: assignee === undefined ? ["Nobody is assigned to it."] : [],
    };
  },
  async apply({ client, change, signal }): Promise<JsonObject> {
    if (change.kind === "delete") {
      await client.operations.deleteTask(change.task_id, signal);
      return { task_id: change.task_id };
    }
    const task = await client.operations.createTask(change.body, signal);
    return { task_id: task.id, status: task.status ?? null };
  },
  undo: {
    reverse: ({ change, result }): CreateTaskChange | null =>
      change.kind === "create" ? { kind: "delete", task_id: TaskId.parse(result.task_id) } : null,
    read: async ({ client, result, signal }) => {
      const task = await orNull(client.operations.getTask(TaskId.parse(result.task_id), signal));
      return task && toTaskValues(task, shown);
    },
  },
});
