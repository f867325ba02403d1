import type { Tool as ListedTool } from "@modelcontextprotocol/server";
import { z } from "zod";
import { type Tool, toAnnotations } from "#connectors/define-tool.ts";
import { listConnectors } from "#connectors/get-connector.ts";
import { AppError } from "#errors.ts";
import { type Scope, toScope } from "../keys/scope.ts";
import { getConnectionStatus } from "./get-connection-status.ts";

export interface ToolEntry {
  tool: Tool<unknown>;
  /** Which connection it works on; null: the organization itself. */
  connector: string | null;
  scope: Scope;
  /** The input schema that refuses arguments it does not know, so that a misspelt filter is not silently ignored. */
  input: z.ZodObject;
  /** The tool as clients list it. */
  listed: ListedTool;
}

const entries = new Map<string, ToolEntry>(
  [
    ...listConnectors().flatMap(({ name, tools }) => tools.map((tool) => toEntry(tool, name))),
    toEntry(getConnectionStatus, null),
  ].map((entry) => [entry.tool.name, entry]),
);

export function findTool(name: string): ToolEntry | null {
  return entries.get(name) ?? null;
}

export function getTool(name: string): ToolEntry {
  const entry = findTool(name);
  if (entry === null) throw new AppError("unknown_tool", "There is no tool with that name.");
  return entry;
}

export function listTools(): ToolEntry[] {
  return [...entries.values()];
}

const lists = new Map<string, ListedTool[]>();

/** What `tools/list` answers for these scopes, made once. */
export function listToolsFor(scopes: readonly Scope[]): ListedTool[] {
  const slot = [...scopes].sort().join();
  const known = lists.get(slot);
  if (known !== undefined) return known;
  const listed = listTools().flatMap((entry) => (scopes.includes(entry.scope) ? entry.listed : []));
  lists.set(slot, listed);
  return listed;
}

function toEntry(tool: Tool<unknown>, connector: string | null): ToolEntry {
  const { name, title, description, access } = tool;
  const input = tool.input.strict();
  const inputSchema = toListedSchema(z.toJSONSchema(input, { io: "input" }));
  const outputSchema = toListedSchema(z.toJSONSchema(tool.output));
  const listed = { name, title, description, inputSchema, outputSchema, annotations: toAnnotations(tool) };
  return { tool, connector, scope: toScope(access), input, listed };
}

/** Safe because a JSON Schema is JSON, and that of a z.object has the type "object". */
function toListedSchema(schema: z.core.JSONSchema.JSONSchema): ListedTool["inputSchema"] {
  return schema as ListedTool["inputSchema"];
}
