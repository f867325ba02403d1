import {
  type CallToolResult,
  type McpServer,
  MissingRequiredClientCapabilityError,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { getClientCapabilities } from "./client-capabilities.ts";
import { Task, type Work } from "./task.ts";

export const TASKS = "io.modelcontextprotocol/tasks";

const tasks = new Map<string, Task>();

/** Does the work as a task of its own, if the client knows tasks; else right away, if the work can be done so. */
export async function asTask(
  ctx: ServerContext,
  work: (signal: AbortSignal) => Promise<CallToolResult>,
): Promise<CallToolResult> {
  return knowsTasks(ctx) ? start(work) : work(ctx.mcpReq.signal);
}

export async function asTaskOnly(ctx: ServerContext, work: Work): Promise<CallToolResult> {
  requireTasks(ctx);
  return start(work);
}

function start(work: Work): CallToolResult {
  const task = new Task(work);
  tasks.set(task.id, task);
  return { ...task.describe(), resultType: "task", content: [] };
}

/** The methods of the extension, which the SDK leaves to its users. */
export function registerTasks({ server }: McpServer): void {
  server.setRequestHandler("tasks/get", { params: Named }, (params, ctx) => {
    const task = getTask(ctx, params);
    return { ...task.describe(), ...task.detail() };
  });
  server.setRequestHandler("tasks/update", { params: Named }, (params, ctx) => {
    getTask(ctx, params).answer(ctx.mcpReq.inputResponses ?? {});
    return {};
  });
  server.setRequestHandler("tasks/cancel", { params: Named }, (params, ctx) => {
    getTask(ctx, params).cancel();
    return {};
  });
}

const Named = z.object({ taskId: z.string() });

function getTask(ctx: ServerContext, { taskId }: z.infer<typeof Named>): Task {
  requireTasks(ctx);
  const task = tasks.get(taskId);
  if (task === undefined) throw new ProtocolError(ProtocolErrorCode.InvalidParams, "There is no such task.");
  return task;
}

function requireTasks(ctx: ServerContext): void {
  const requiredCapabilities = { extensions: { [TASKS]: {} } };
  if (!knowsTasks(ctx)) throw new MissingRequiredClientCapabilityError({ requiredCapabilities });
}

function knowsTasks(ctx: ServerContext): boolean {
  return getClientCapabilities(ctx).extensions?.[TASKS] !== undefined;
}
