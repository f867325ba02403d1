/// <reference types="vite/client" />
import { expect, test } from "vitest";
import { z } from "zod";
import { toAnnotations } from "./define-tool.ts";
import { connectors } from "./registry.ts";

const MAX_INPUT_SCHEMA_BYTES = 16_384;
const MAX_TOOLSET_TOKENS = 10_000;

const files = Object.keys(import.meta.glob(["./*/tools/*.ts", "!./**/*.test.ts"]));
const tools = Object.values(connectors).flatMap((connector) =>
  connector.tools.map((tool) => {
    const listed = {
      name: tool.name,
      title: tool.title,
      description: tool.description,
      inputSchema: z.toJSONSchema(tool.input, { io: "input" }),
      outputSchema: z.toJSONSchema(tool.output),
      annotations: toAnnotations(tool),
    };
    const file = `./${connector.name}/tools/${tool.name.replaceAll("_", "-")}.ts`;
    return { connector: connector.name, file, tool, listed };
  }),
);
const cases = tools.map((entry) => [entry.tool.name, entry] as const);

test("a connector is registered under its own name", () => {
  for (const [name, connector] of Object.entries(connectors)) expect(connector.name).toBe(name);
});

test("every tool has a name of its own and a file of that name, and every file is a tool in the list", () => {
  expect(new Set(tools.map(({ tool }) => tool.name)).size).toBe(tools.length);
  expect(tools.map(({ file }) => file).sort()).toEqual(files.sort());
});

test.each(cases)("%s can be listed to every client", (_, { tool, listed }) => {
  expect(tool.name).toMatch(/^[a-z]+(_[a-z]+)*$/);
  expect(tool.name.length).toBeLessThanOrEqual(40);
  expect(tool.title).toMatch(/^[A-Z]/);
  expect(tool.toolset).toMatch(/^[a-z]+$/);
  expect(tool.description.length).toBeGreaterThan(100);
  expect(tool.description.length).toBeLessThan(1_000);
  expect(listed.annotations).toEqual({
    title: tool.title,
    readOnlyHint: expect.any(Boolean),
    destructiveHint: expect.any(Boolean),
    idempotentHint: expect.any(Boolean),
    openWorldHint: expect.any(Boolean),
  });
  expect(listed.inputSchema.type).toBe("object");
  expect(listed.outputSchema.type).toBe("object");
  expect(JSON.stringify(listed.inputSchema).length).toBeLessThan(MAX_INPUT_SCHEMA_BYTES);
});

test.each(cases)("%s names only tools that exist", (_, { tool }) => {
  const mentioned =
    tool.description.match(/\b(get|search|check|list|create|update|send|batch)_[a-z_]+/g) ?? [];
  const known = tools.map((entry) => entry.tool.name);
  expect(known).toEqual(expect.arrayContaining(mentioned));
});

test.each(cases)("%s has the schema that was last agreed on", async (name, { connector, listed }) => {
  await expect(JSON.stringify(listed, null, 2)).toMatchFileSnapshot(
    `./__toolsnaps__/${connector}/${name}.snap`,
  );
});

test("no toolset costs a client too many tokens", () => {
  const tokens = new Map<string, number>();
  for (const { connector, tool, listed } of tools) {
    const toolset = `${connector}/${tool.toolset}`;
    tokens.set(toolset, (tokens.get(toolset) ?? 0) + Math.ceil(JSON.stringify(listed).length / 4));
  }
  console.info("tokens per toolset", Object.fromEntries(tokens));
  for (const count of tokens.values()) expect(count).toBeLessThanOrEqual(MAX_TOOLSET_TOKENS);
});
