import type { WriteTool } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";
import { type ChangeId, newId } from "#ids.ts";
import type { AuditEntry } from "../audit/audit-entry.ts";
import type { Connection } from "../connections/connections.ts";
import type { Caller } from "../keys/authenticate.ts";
import { requireWrites } from "../keys/scope.ts";
import type { Rooms } from "../rooms.ts";
import { applyInCall } from "./apply-in-call.ts";
import { countFitting, countRequests } from "./count-fitting.ts";
import { findReplay, toSlot } from "./find-replay.ts";
import { type Report, reportChange, reportPlan } from "./report.ts";
import type { ChangeRow, PlannedChange } from "./stored.ts";
import { toVersion } from "./to-version.ts";

export interface WriteOptions {
  dryRun: boolean;
  idempotencyKey?: string;
  expectedVersion?: string;
}

export interface Write {
  caller: Caller;
  /** Whose steps these are. */
  tool: WriteTool<unknown>;
  connection: Connection;
  client: unknown;
  options: WriteOptions;
  /** The tool's own arguments. */
  args: unknown;
  undoes?: ChangeRow;
  plan(): PlannedChange | Promise<PlannedChange>;
  /** The audit row that stands before anything is sent upstream. */
  intent: AuditEntry;
  progress(done: number, total?: number, message?: string): void;
}

/** The one way to a change: looks whether it was made before, plans, stores what is about to be done, and does it or leaves it to a job. */
export async function runWrite(rooms: Rooms, write: Write): Promise<Report> {
  const { caller, connection, options, tool } = write;
  const { changes } = rooms;
  if (!options.dryRun) requireWrites(caller.writes);
  const argumentsHash = changes.hashArguments([connection.row.id, write.args]);
  using places = new DisposableStack();
  if (options.idempotencyKey !== undefined && !options.dryRun) {
    const replay = findReplay(rooms, write, options.idempotencyKey, argumentsHash);
    if (replay !== null) return { ...reportChange(changes, replay, tool), replayed: true };
    places.use(changes.hold(toSlot(write, options.idempotencyKey)));
  }
  const plan = await write.plan();
  const version = toVersion(tool.name, plan);
  if (options.expectedVersion !== undefined && options.expectedVersion !== version) {
    throw new AppError(
      "conflict",
      "expected_version: somebody changed this since. Make another dry run and look.",
    );
  }
  if (options.dryRun || plan.steps.length === 0) return reportPlan(plan, tool, options.dryRun, version);
  const id = newId("chg");
  // Before it is stored: what is stored and in nobody's hands, the schedule takes for a leftover.
  const inHand = places.use(changes.hold(id));
  const change = await store(rooms, write, { id, plan, argumentsHash });
  if (change.job) {
    inHand[Symbol.dispose]();
    await rooms.schedule.plan("work_changes", rooms.ports.clock.now());
    return reportChange(changes, change, tool);
  }
  return applyInCall(rooms, write, change);
}

/** The change, its steps and the intent row in one transaction; nothing is sent before it is durable. */
async function store(
  rooms: Rooms,
  { caller, connection, intent, options, tool, undoes }: Write,
  { id, plan, argumentsHash }: { id: ChangeId; plan: PlannedChange; argumentsHash: string },
): Promise<ChangeRow> {
  const { failed = [], final, money, steps, summary, warnings } = plan;
  const { changes, journal, ports } = rooms;
  const counts = steps.map((step) => countRequests({ tool }, step));
  const row = {
    id,
    key: caller.credential,
    tool: tool.name,
    connection: connection.row.id,
    idempotencyKey: options.idempotencyKey ?? null,
    argumentsHash,
    state: "running",
    job: tool.batch && countFitting(connection.connector, counts) < steps.length,
    total: steps.length + failed.length,
    createdAt: ports.clock.now(),
    finishedAt: null,
    undoes: undoes?.id ?? null,
    undoneBy: null,
  } as const;
  const change = changes.seal(row, { summary, money, warnings, final, failed });
  journal.recordWith(intent, () => {
    changes.insert(change, steps);
    if (undoes !== undefined) changes.update(undoes, { undoneBy: id });
  });
  await changes.sync();
  return change;
}
