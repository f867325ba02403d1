import { z } from "zod";
import { listErrorCodes } from "#errors.ts";
import { ConnectionId } from "#ids.ts";

const Text = z.string().min(1).max(200);

export const AuditFilter = z.object({
  actor: Text.optional(),
  /** How the action begins: `keys/` takes every change of keys. */
  action: Text.optional(),
  target: Text.optional(),
  /** `refused` takes every error code. */
  result: z.enum(["ok", "started", "refused", ...listErrorCodes()]).optional(),
  connection: ConnectionId.optional(),
  /** Milliseconds since the epoch: from the first, up to but without the second. */
  from: z.int().nonnegative().optional(),
  to: z.int().nonnegative().optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

const CONDITIONS = {
  actor: "actor = ?",
  action: "instr(action, ?) = 1",
  target: "target = ?",
  result: "? in (result, iif(result in ('ok', 'started'), result, 'refused'))",
  connection: "connection = ?",
  from: "at >= ?",
  to: "at < ?",
} satisfies Record<keyof AuditFilter, string>;

export function toConditions(filter: AuditFilter): { conditions: string[]; bindings: (string | number)[] } {
  const given = AuditFilter.keyof().options.flatMap((field) => {
    const value = filter[field];
    return value === undefined ? [] : [{ condition: CONDITIONS[field], value }];
  });
  return {
    conditions: given.map(({ condition }) => condition),
    bindings: given.map(({ value }) => value),
  };
}
