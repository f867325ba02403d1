import type { TaskHandler } from "./core/run-due-tasks.ts";

/** What happens by itself, by the kind it is scheduled under. */
export const taskHandlers: Record<string, TaskHandler> = {};
