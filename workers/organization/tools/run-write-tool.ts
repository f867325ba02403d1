import { z } from "zod";
import type { WriteTool } from "#connectors/define-write-tool.ts";
import { runWrite } from "../changes/run-write.ts";
import { toBatchAnswer, toSingleAnswer } from "../changes/to-answer.ts";
import type { Rooms } from "../rooms.ts";
import { toRun, type Work } from "./run-tool.ts";
import { toAuditEntry } from "./to-audit-entry.ts";

/** What comes with every write; the rest are the tool's own arguments. */
const WriteArguments = z.looseObject({
  dry_run: z.boolean(),
  idempotency_key: z.string().optional(),
  expected_version: z.string().optional(),
});

export async function runWriteTool(rooms: Rooms, work: Work, tool: WriteTool<unknown>) {
  const { at, call, connection } = work;
  if (connection === null) throw new Error("A write tool works on a connection.");
  const { dry_run, idempotency_key, expected_version, ...input } = WriteArguments.parse(work.input);
  const client = connection.clientFor({ ...work.visit.caller, fresh: true });
  const run = toRun(rooms, { ...work, input }, client);
  const report = await runWrite(rooms, {
    caller: call.caller,
    tool,
    connection,
    client,
    options: { dryRun: dry_run, idempotencyKey: idempotency_key, expectedVersion: expected_version },
    args: input,
    plan: () => tool.plan(run),
    intent: toAuditEntry(call, { at, end: at, result: "started", connection }),
    progress: run.progress,
  });
  return tool.batch ? toBatchAnswer(report) : toSingleAnswer(report);
}
