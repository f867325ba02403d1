import { z } from "zod";
import { type ErrorCode, listErrorCodes } from "#errors.ts";
import { parseInput } from "#lib/parse-input.ts";
import { redact } from "#lib/redact.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { Policy } from "./policy.ts";

export const RecordChange = z.object({
  /** The same before and after. */
  change: z.uuid(),
  action: z.string().regex(/^[a-z_]+(\/[a-z_]+)?$/),
  target: z.string().max(100).optional(),
  result: z.union([z.enum(["started", "ok"]), z.enum<ErrorCode[]>(listErrorCodes())]),
  /** Of a refusal: what the person was told. */
  message: z.string().optional(),
  details: z.record(z.string(), z.unknown()).optional(),
  /** When it starts: what holds until it ends, at most. Afterwards: what holds then. */
  policy: Policy.optional(),
});
export type RecordChange = z.infer<typeof RecordChange>;

/**
 * Writes down what people do in the Directory to this organization: `started` before it, with the rights that it takes
 * away gone already, and how it ended after it, with the policy as it is then.
 */
export async function recordChange(rooms: Rooms, by: By, input: RecordChange): Promise<void> {
  const { change, policy, details, ...entry } = parseInput(RecordChange, input);
  const { journal, membership, ports } = rooms;
  const now = ports.clock.now();
  if (policy !== undefined && entry.result === "started") membership.restrict(change, policy, now);
  if (entry.result !== "started") {
    if (policy !== undefined) membership.take(policy, now);
    membership.release(change);
  }
  await journal.record({
    at: now,
    ...by,
    surface: "internal",
    ...entry,
    billable: false,
    durationMs: 0,
    details: details && redact(details),
  });
}
