import type { Tool as ListedTool } from "@modelcontextprotocol/server";
import { z } from "zod";
import { type Tool, toAnnotations } from "#connectors/define-tool.ts";
import type { WriteTool } from "#connectors/define-write-tool.ts";
import { listConnectors } from "#connectors/get-connector.ts";
import { DEFAULT_TOOLSET, Toolset } from "#connectors/toolsets.ts";
import { toWriteSchemas } from "#connectors/write-schemas.ts";
import { AppError } from "#errors.ts";
import { getJobStatus } from "../changes/get-job-status.ts";
import { listChanges } from "../changes/list-changes.ts";
import { undoChange } from "../changes/undo-change.ts";
import { isPermitted, type Permissions, type Scope, toScope } from "../keys/scope.ts";
import { getConnectionStatus } from "./get-connection-status.ts";
import { type ObjectSchema, toListedSchema } from "./listed-schema.ts";

export interface ToolEntry {
  tool: Tool<unknown> | WriteTool<unknown>;
  /** Which connection it works on; null: the organization itself. */
  connector: string | null;
  scope: Scope;
  /** The input schema that refuses arguments it does not know, so that a misspelt filter is not silently ignored. */
  input: z.ZodObject;
  output: z.ZodObject;
  /** The tool as clients list it. */
  listed: ListedTool & { outputSchema: ObjectSchema };
}

/** What every tool that reads upstream takes beside its own arguments. */
const Freshness = z.object({ fresh: z.boolean().optional().describe("Read anew, nothing from the cache") });

export const toolTable = new Map<string, ToolEntry>(
  [
    ...listConnectors().flatMap(({ name, tools, writes }) =>
      [...tools, ...writes].map((tool) => toToolEntry(tool, name)),
    ),
    ...[getConnectionStatus, listChanges, getJobStatus, undoChange].map((tool) => toToolEntry(tool, null)),
  ].map((entry) => [entry.tool.name, entry]),
);

export function findTool(name: string): ToolEntry | null {
  return toolTable.get(name) ?? null;
}

export function getTool(name: string): ToolEntry {
  const entry = findTool(name);
  if (entry === null) throw new AppError("unknown_tool", "There is no tool with that name.");
  return entry;
}

export function isWriteTool(tool: ToolEntry["tool"]): tool is WriteTool<unknown> {
  return "plan" in tool;
}

/** The tool that a stored change was made with; null in a version that no longer has it. */
export function findWriteTool(name: string): WriteTool<unknown> | null {
  const tool = findTool(name)?.tool;
  return tool !== undefined && isWriteTool(tool) ? tool : null;
}

export function listTools(): ToolEntry[] {
  return [...toolTable.values()];
}

export function listToolsets(): readonly string[] {
  return Toolset.options;
}

const lists = new Map<string, ListedTool[]>();

/**
 * What `tools/list` answers for these permissions. `accounts`: the names to choose from, of the connectors that the
 * organization has several connections of.
 */
export function listToolsFor(
  permissions: Permissions,
  accounts: ReadonlyMap<string, string[]>,
): ListedTool[] {
  const listed = listPermitted(permissions);
  if (accounts.size === 0) return listed;
  return listed.map((tool) => {
    const entry = getTool(tool.name);
    const names = accounts.get(entry.connector ?? "");
    return names === undefined ? tool : withAccount(entry.listed, names);
  });
}

/** Made once. Who may use all toolsets and names none is listed the default one, and may still call the others. */
function listPermitted({ scopes, toolsets }: Permissions): ListedTool[] {
  const shown = { scopes, toolsets: toolsets ?? [DEFAULT_TOOLSET] };
  const slot = JSON.stringify([scopes.toSorted(), shown.toolsets.toSorted()]);
  const known = lists.get(slot);
  if (known !== undefined) return known;
  const listed = listTools().flatMap((entry) => (isPermitted(shown, entry) ? entry.listed : []));
  lists.set(slot, listed);
  return listed;
}

export function toToolEntry(tool: ToolEntry["tool"], connector: string | null): ToolEntry {
  const { name, title, description, access } = tool;
  const schemas = isWriteTool(tool) ? toWriteSchemas(tool) : tool;
  const { output } = schemas;
  const reads = access === "read" && connector !== null;
  const input = (reads ? schemas.input.extend(Freshness.shape) : schemas.input).strict();
  const inputSchema = toListedSchema(input, "input");
  const outputSchema = toListedSchema(output, "output");
  const listed = { name, title, description, inputSchema, outputSchema, annotations: toAnnotations(tool) };
  return { tool, connector, scope: toScope(access), input, output, listed };
}

function withAccount(listed: ToolEntry["listed"], names: string[]): ListedTool {
  const account = { type: "string", enum: names };
  const used = { ...account, description: "Which account this is about" };
  const wanted = { ...account, description: "Which of the connected accounts to use" };
  return {
    ...listed,
    inputSchema: withProperty(listed.inputSchema, wanted),
    outputSchema: withProperty(listed.outputSchema, used),
  };
}

function withProperty(schema: ObjectSchema, account: { type: string; enum: string[] }): ObjectSchema {
  return {
    ...schema,
    properties: { ...schema.properties, account },
    required: [...(schema.required ?? []), "account"],
  };
}
