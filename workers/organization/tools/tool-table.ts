import type { Tool as ListedTool } from "@modelcontextprotocol/server";
import { z } from "zod";
import { type Tool, toAnnotations } from "#connectors/define-tool.ts";
import { listConnectors } from "#connectors/get-connector.ts";
import { AppError } from "#errors.ts";
import { isPermitted, type Permissions, type Scope, toScope } from "../keys/scope.ts";
import { getConnectionStatus } from "./get-connection-status.ts";

export interface ToolEntry {
  tool: Tool<unknown>;
  /** Which connection it works on; null: the organization itself. */
  connector: string | null;
  scope: Scope;
  /** The input schema that refuses arguments it does not know, so that a misspelt filter is not silently ignored. */
  input: z.ZodObject;
  /** The tool as clients list it. */
  listed: ListedTool & { outputSchema: ObjectSchema };
}

type ObjectSchema = ListedTool["inputSchema"];

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

export function listToolsets(): string[] {
  return [...new Set(listTools().map(({ tool }) => tool.toolset))].sort();
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

/** Made once. */
function listPermitted(permissions: Permissions): ListedTool[] {
  const { scopes, toolsets } = permissions;
  const slot = JSON.stringify([scopes.toSorted(), toolsets?.toSorted()]);
  const known = lists.get(slot);
  if (known !== undefined) return known;
  const listed = listTools().flatMap((entry) => (isPermitted(permissions, entry) ? entry.listed : []));
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

/** Safe because a JSON Schema is JSON, and that of a z.object has the type "object". */
function toListedSchema(schema: z.core.JSONSchema.JSONSchema): ObjectSchema {
  return schema as ObjectSchema;
}
