/// <reference types="vite/client" />
import { expect, test } from "vitest";
import { isWriteTool, listTools, type ToolEntry } from "#organization/tools/tool-table.ts";
import { connectors } from "./registry.ts";
import { DEFAULT_TOOLSET, Toolset } from "./toolsets.ts";

const MAX_INPUT_SCHEMA_BYTES = 16_384;
const MAX_TOOLSET_TOKENS = 10_000;
const MAX_DEFAULT_TOOLS = 25;

const READING = /^(get|list|search|check|quote)_/;
const WRITING = /^(create|update|batch|block|unblock|cancel|send|mark|set|undo|delete|respond|reply)_/;

const files = Object.keys(import.meta.glob(["./*/tools/*.ts", "!./**/*.test.ts"]));
const entries = listTools();
const ofConnectors = entries.filter(({ connector }) => connector !== null);
const cases = entries.map((entry) => [entry.tool.name, entry] as const);

const toFile = ({ connector, tool }: ToolEntry) =>
  `./${connector}/tools/${tool.name.replaceAll("_", "-")}.ts`;

/** A common estimate for JSON and English; what a client's tokenizer counts differs by some percent. */
const toTokens = ({ listed }: ToolEntry) => Math.ceil(JSON.stringify(listed).length / 4);

test("a connector is registered under its own name", () => {
  for (const [name, connector] of Object.entries(connectors)) expect(connector.name).toBe(name);
});

test("every tool has a name of its own and a file of that name, and every file is a tool in the list", () => {
  const names = Object.values(connectors).flatMap(({ tools, writes }) =>
    [...tools, ...writes].map(({ name }) => name),
  );
  expect(new Set(names).size).toBe(names.length);
  expect(ofConnectors.map(({ tool }) => tool.name).sort()).toEqual(names.toSorted());
  expect(ofConnectors.map(toFile).sort()).toEqual(files.sort());
});

test.each(cases)("%s can be listed to every client", (_, { tool, listed }) => {
  expect(tool.name).toMatch(/^[a-z]+(_[a-z]+)*$/);
  expect(tool.name.length).toBeLessThanOrEqual(40);
  expect(tool.title).toMatch(/^[A-Z]/);
  expect(Toolset.options).toContain(tool.toolset);
  expect(tool.description.length).toBeGreaterThan(100);
  expect(tool.description.length).toBeLessThan(1_000);
  expect(listed.title).toBe(tool.title);
  expect(listed.inputSchema.type).toBe("object");
  expect(listed.outputSchema.type).toBe("object");
  expect(JSON.stringify(listed.inputSchema).length).toBeLessThan(MAX_INPUT_SCHEMA_BYTES);
});

test.each(cases)("%s either only reads or says that it may destroy, and needs that scope", (_, entry) => {
  const { listed, scope, tool } = entry;
  const isRead = tool.access === "read";
  expect(listed.annotations).toEqual({
    title: tool.title,
    readOnlyHint: isRead,
    destructiveHint: !isRead,
    idempotentHint: isRead,
    openWorldHint: true,
  });
  expect(scope).toBe(isRead ? "read" : "write");
  if (isWriteTool(tool)) expect(isRead).toBe(false);
  expect(tool.name).not.toMatch(isRead ? WRITING : READING);
});

/** Where arguments that nobody knows would be dropped silently. */
function listLoose(schema: unknown, path: string): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const isLoose =
    "properties" in schema && !("additionalProperties" in schema && schema.additionalProperties === false);
  const inside = Object.entries(schema).flatMap(([name, part]) => listLoose(part, `${path}/${name}`));
  return isLoose ? [path, ...inside] : inside;
}

test.each(cases)("%s refuses arguments that it does not know, however deep", (_, { listed }) => {
  expect(listLoose(listed.inputSchema, "")).toEqual([]);
});

test.each(cases)("%s names tools that exist, and one to use instead", (name, { listed }) => {
  const descriptions =
    JSON.stringify(listed)
      .match(/"description":"(?:[^"\\]|\\.)*"/g)
      ?.join(" ") ?? "";
  const named =
    descriptions.match(
      /\b(?:get|search|check|list|quote|create|update|batch|block|unblock|cancel|send|mark|undo)_[a-z_]+/g,
    ) ?? [];
  const known = entries.map((entry) => entry.tool.name);
  expect(known).toEqual(expect.arrayContaining(named));
  expect(known.filter((other) => other !== name && listed.description?.includes(other))).not.toEqual([]);
});

test.each(cases)("%s has the schema that was last agreed on", async (name, { connector, listed }) => {
  await expect(JSON.stringify(listed, null, 2)).toMatchFileSnapshot(
    `./__toolsnaps__/${connector ?? "organization"}/${name}.snap`,
  );
});

test("no toolset costs a client too many tokens, and what is listed at first is few tools", () => {
  const toolsets = Toolset.options.map((toolset) => {
    const own = entries.filter(({ tool }) => tool.toolset === toolset);
    return {
      toolset,
      tools: own.length,
      writes: own.filter(({ tool }) => isWriteTool(tool)).length,
      tokens: own.reduce((sum, entry) => sum + toTokens(entry), 0),
    };
  });
  console.table(toolsets);
  for (const { tokens, tools } of toolsets) {
    expect(tools).toBeGreaterThan(0);
    expect(tokens).toBeLessThanOrEqual(MAX_TOOLSET_TOKENS);
  }
  const byDefault = toolsets.find(({ toolset }) => toolset === DEFAULT_TOOLSET);
  expect(byDefault?.tools).toBeLessThanOrEqual(MAX_DEFAULT_TOOLS);
});
