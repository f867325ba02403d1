import { z } from "zod";
import { defineWriteTool } from "#connectors/define-write-tool.ts";
import { findChanges, Values } from "../changed-fields.ts";
import type { HostawayClient } from "../client.ts";
import { TaskId } from "../input.ts";
import {
  assertTimes,
  Description,
  findAssignee,
  Time,
  Title,
  taskFields,
  toTaskBody,
  toTaskValues,
  UserId,
} from "../tasks.ts";

const { booking_id: _booking, property_id: _property, ...fields } = taskFields;

export const updateTask = defineWriteTool<HostawayClient>()({
  name: "update_task",
  title: "Update a task",
  access: "write",
  toolset: "operations",
  description:
    "Changes title, text, assignee, times, status or resolution of one task; what is not named stays. Use status completed or cancelled to close it. " +
    "To find the task call list_tasks; to make one create_task.",
  input: z.object({
    task_id: TaskId,
    title: Title.optional(),
    description: Description.optional(),
    assignee_user_id: UserId.optional(),
    start_at: Time.optional(),
    due_at: Time.optional(),
    status: z.enum(["pending", "confirmed", "inProgress", "completed", "cancelled"]).optional(),
    resolution_note: Description.optional(),
  }),
  change: z.object({ task_id: TaskId, values: Values }),
  batch: false,
  repeatable: true,
  async plan({ client, input, signal }) {
    const { task_id, ...wanted } = input;
    const task = await client.operations.getTask(task_id, signal);
    const { before, after } = findChanges(task, wanted, fields);
    assertTimes({
      start_at: wanted.start_at ?? task.canStartFrom,
      due_at: wanted.due_at ?? task.shouldEndBy,
    });
    const assignee = await findAssignee(client, input.assignee_user_id, signal);
    const names = Object.keys(after).join(", ");
    return {
      summary: `Changes ${names} of task ${task_id}${assignee === undefined ? "" : `, for ${assignee}`}.`,
      steps: [{ item: `task ${task_id}`, change: { task_id, values: after }, before, after }],
      warnings: [],
    };
  },
  async apply({ client, change: { task_id, values }, signal }) {
    const names = Object.keys(values);
    const task = await client.operations.updateTask(task_id, toTaskBody(values, names), signal);
    return { task_id, ...toTaskValues(task, ["status", ...names]) };
  },
  undo: {
    reverse: ({ before, change }) => ({ ...change, values: Values.parse(before) }),
    read: async ({ change, client, signal }) =>
      toTaskValues(await client.operations.getTask(change.task_id, signal), Object.keys(change.values)),
  },
});
