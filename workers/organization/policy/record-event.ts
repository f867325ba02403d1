import { z } from "zod";
import { type ErrorCode, listErrorCodes } from "#errors.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";

export const RecordEvent = z.object({
  action: z.string().regex(/^[a-z_]+(\/[a-z_]+)?$/),
  target: z.string().max(100).optional(),
  result: z.union([z.literal("ok"), z.enum<ErrorCode[]>(listErrorCodes())]),
  message: z.string().optional(),
});
export type RecordEvent = z.infer<typeof RecordEvent>;

/** What somebody did that concerns this organization and changes nothing in it. Of a flood of refusals, one in ten seconds. */
export async function recordEvent(
  { journal, limiter, ports }: Rooms,
  by: By,
  input: RecordEvent,
): Promise<void> {
  const entry = parseInput(RecordEvent, input);
  const now = ports.clock.now();
  if (entry.result !== "ok" && !limiter.isFirstRefusal(by.actor, now)) return;
  await journal.record({ at: now, ...by, surface: "internal", ...entry, billable: false, durationMs: 0 });
}
