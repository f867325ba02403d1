import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { TaskId } from "../input.ts";
import { TaskSummary, toTaskSummary } from "../task-summary.ts";

const text = z.string().optional();
const number = z.number().optional();

export const getTask = defineTool<HostawayClient>()({
  name: "get_task",
  title: "Get task",
  access: "read",
  toolset: "operations",
  description:
    "Shows one task in full: description, times, notes on how it was solved, feedback, cost and the length of its checklist. " +
    "To find the id call list_tasks; to change it call update_task; for the names behind user ids call list_users.",
  input: z.object({ task_id: TaskId }),
  output: TaskSummary.extend({
    description: text,
    priority: number,
    started_at: text,
    completed_at: text,
    resolution_note: text,
    feedback_score: number,
    feedback_note: text,
    cost: number,
    currency: text,
    cost_description: text,
    checklist_items: number,
  }),
  async run({ client, input, now, signal }) {
    const task = await client.operations.getTask(input.task_id, signal);
    return {
      ...toTaskSummary(task, now),
      description: task.description,
      priority: task.priority,
      started_at: task.startedAt,
      completed_at: task.completedAt,
      resolution_note: task.resolutionNote,
      feedback_score: task.feedbackScore,
      feedback_note: task.feedbackNote,
      cost: task.cost,
      currency: task.costCurrency,
      cost_description: task.costDescription,
      checklist_items: task.checklistItems.length || undefined,
    };
  },
});
