import { z } from "zod";
import type { JsonObject } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";
import { toBody, toValues, type Values } from "./changed-fields.ts";
import type { HostawayClient } from "./client.ts";
import type { Task } from "./schemas/task.ts";

/** In the order of Hostaway's numbers, which begin at 1. */
export const taskCategories = [
  "cleaning",
  "maintenance",
  "check_in",
  "check_out",
  "back_office",
  "other",
] as const;

export const Title = z.string().trim().min(1).max(255);
export const Description = z.string().trim().max(5_000);
export const UserId = z.int().positive().describe("User id, from list_users");
export const Time = z.iso
  .datetime({ offset: true })
  .transform((time) => `${new Date(time).toISOString().slice(0, 19)}Z`)
  .describe("With its offset, such as 2027-03-01T15:00:00+01:00");

export const taskFields = {
  title: "title",
  description: "description",
  property_id: "listingMapId",
  booking_id: "reservationId",
  assignee_user_id: "assigneeUserId",
  start_at: "canStartFrom",
  due_at: "shouldEndBy",
  status: "status",
  resolution_note: "resolutionNote",
} as const;

export const toTaskValues = (task: Task, names: readonly string[]): Values =>
  toValues(task, taskFields, names);

/** Under Hostaway's names, with times as it writes them: UTC, and without saying so. */
export function toTaskBody(
  { due_at = null, start_at = null, ...values }: Values,
  names: readonly string[],
): JsonObject {
  const times = Object.entries({ start_at, due_at }).filter(([name]) => names.includes(name));
  const stamps = times.map(([name, time]) => [name, time && String(time).slice(0, 19).replace("T", " ")]);
  return toBody({ ...values, ...Object.fromEntries(stamps) }, taskFields);
}

interface Times {
  start_at?: string | undefined;
  due_at?: string | undefined;
}

export function assertTimes({ due_at, start_at }: Times): void {
  if (start_at === undefined || due_at === undefined || start_at <= due_at) return;
  throw new AppError(
    "invalid_request",
    `\`start_at\` (${start_at}) is after \`due_at\` (${due_at}). Swap them.`,
  );
}

/** The name of who is to do it. Hostaway may take any number for a user. */
export async function findAssignee(
  client: HostawayClient,
  id: number | undefined,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (id === undefined) return undefined;
  const user = (await client.operations.getUsers(signal)).find((candidate) => candidate.id === id);
  if (user === undefined) throw new AppError("not_found", `No user ${id}. Call list_users to find them.`);
  return [user.firstName, user.lastName].filter(Boolean).join(" ") || `user ${id}`;
}
