import type { Tool } from "#connectors/define-tool.ts";
import { redact } from "#lib/redact.ts";
import type { Connection } from "../connections/connections.ts";
import type { Rooms } from "../rooms.ts";
import type { ToolCall } from "./call-tool.ts";
import { createCursors } from "./cursors.ts";
import type { OrganizationClient } from "./organization-client.ts";
import { runWriteTool } from "./run-write-tool.ts";
import { toAuditEntry } from "./to-audit-entry.ts";
import { isWriteTool, type ToolEntry } from "./tool-table.ts";
import type { UpstreamVisit } from "./upstream-visit.ts";

export interface Work {
  call: ToolCall;
  visit: UpstreamVisit;
  entry: ToolEntry;
  /** Null: the tool is about the organization itself. */
  connection: Connection | null;
  input: Record<string, unknown>;
  at: number;
}

/** The answer in the form that the tool promises, without nulls and secrets. */
export async function runTool(rooms: Rooms, work: Work): Promise<Record<string, unknown>> {
  const { tool, output } = work.entry;
  const answer = isWriteTool(tool)
    ? await runWriteTool(rooms, work, tool)
    : await tool.run(toRun(rooms, work, toClient(rooms, work)));
  return output.parse(redact(answer));
}

/** What a tool gets to work with. */
export function toRun(rooms: Rooms, { at, call, connection, entry, input, visit }: Work, client: unknown) {
  const { cursor, limit, ...filters } = input;
  const organization = rooms.id;
  const scope = { organization, connection: connection?.row.id ?? null, tool: entry.tool.name, filters };
  return {
    client,
    input,
    now: at,
    cursors: createCursors(scope, rooms.ports.keyRing, at),
    progress: visit.progress,
    signal: call.signal ?? NEVER,
  } satisfies Parameters<Tool<unknown>["run"]>[0];
}

const NEVER = new AbortController().signal;

function toClient(rooms: Rooms, { at, call, connection, visit }: Work): unknown {
  const { caller } = call;
  if (connection !== null) return connection.clientFor(visit.caller);
  const intent = toAuditEntry(call, { at, end: at, result: "started", connection });
  return { rooms, caller, intent } satisfies OrganizationClient;
}
