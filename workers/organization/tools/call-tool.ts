import { type AppError, toAppError } from "#errors.ts";
import { log } from "#lib/log.ts";
import { parseInput } from "#lib/parse-input.ts";
import { chooseConnection } from "../connections/choose-connection.ts";
import type { Connection } from "../connections/connections.ts";
import type { Caller } from "../keys/authenticate.ts";
import { requirePermission } from "../keys/scope.ts";
import { requireEntitlement, requireWritable } from "../limits/require-entitlement.ts";
import type { Rooms } from "../rooms.ts";
import { runTool } from "./run-tool.ts";
import { toAuditEntry } from "./to-audit-entry.ts";
import { getTool, type ToolEntry } from "./tool-table.ts";
import { type Provenance, UpstreamVisit } from "./upstream-visit.ts";

export interface ToolCall {
  caller: Caller;
  name: string;
  args: unknown;
  surface: "mcp" | "rest";
  /** Reading a resource runs a tool too; only `tools/call` is billed. */
  action: "tools/call" | "resources/read" | "resources/list";
  ip?: string;
  userAgent?: string;
  signal?: AbortSignal;
  progress?: (done: number, total?: number, message?: string) => void;
}

export type ToolOutcome =
  | { ok: true; value: Record<string, unknown>; provenance: Provenance }
  | { ok: false; error: AppError };

/** The one door to every tool. Resolves when the audit row is written; refused calls have one too, but a flood of them one in ten seconds. */
export async function callTool(rooms: Rooms, call: ToolCall): Promise<ToolOutcome> {
  const { clock } = rooms.ports;
  const at = clock.now();
  using places = new DisposableStack();
  let connection: Connection | null = null;
  let outcome: ToolOutcome;
  try {
    requireRoom(rooms, call, at);
    const entry = getTool(call.name);
    requirePermission(call.caller, entry);
    requirePaid(rooms, call, at);
    requireWritable(rooms.entitlement, entry.scope);
    if (call.action === "tools/call") places.use(rooms.usage.begin());
    const choice = choose(rooms, call, entry);
    const { fresh, ...input } = parseInput(entry.input, choice.args);
    const visit = new UpstreamVisit(call, fresh === true);
    connection = choice.connection;
    const answer = await runTool(rooms, { call, visit, entry, connection, input, at });
    outcome = { ok: true, value: toValue(answer, choice.account), provenance: visit.provenance };
  } catch (thrown) {
    outcome = toFailure(thrown, call);
  }
  const isReplay = outcome.ok && outcome.value.replayed === true;
  const result = outcome.ok ? "ok" : outcome.error.code;
  const message = outcome.ok ? undefined : outcome.error.message;
  if (result === "rate_limited" && !rooms.limiter.isFirstRefusal(call.caller.credential, at)) return outcome;
  try {
    const entry = toAuditEntry(call, { at, end: clock.now(), result, connection, isReplay });
    await rooms.journal.record({ ...entry, message });
    return outcome;
  } catch (thrown) {
    // What is not recorded has not happened, as far as the caller may know.
    return toFailure(thrown, call);
  }
}

function toFailure(thrown: unknown, { name }: ToolCall): ToolOutcome {
  const error = toAppError(thrown);
  if (error.code === "internal") log.error("tool.failed", thrown, { tool: name });
  return { ok: false, error };
}

/** Comes before all other refusals, each of which leaves a row: a flood of them must not fill the log. */
function requireRoom({ limiter }: Rooms, { action, caller }: ToolCall, now: number): void {
  // Reading a resource has passed the bucket of free requests at the door.
  if (action === "tools/call") limiter.requireCall(caller.credential, now);
}

function requirePaid({ entitlement, usage }: Rooms, { action }: ToolCall, now: number): void {
  if (action === "tools/call") requireEntitlement(entitlement, usage.getUsed(now), now);
}

function choose({ connections }: Rooms, call: ToolCall, { connector }: ToolEntry) {
  const args = call.args ?? {};
  if (connector === null) return { connection: null, account: undefined, args };
  return chooseConnection(connections, call.caller, connector, args);
}

/** With several accounts, an answer says which one it came from. */
function toValue(answer: Record<string, unknown>, account?: string) {
  return account === undefined ? answer : { ...answer, account };
}
