import { expect, test } from "vitest";
import { keyPlaceholder, listAssistants } from "./assistants.ts";

const mcp = "https://latchkey.example/mcp";

test.each(listAssistants(mcp))("what $name is given to paste", ({ snippet }) => {
  expect(snippet).toContain(mcp);
  expect(snippet.split(keyPlaceholder)).toHaveLength(2);
});

test.each(["claude-desktop", "cursor"])("whether the configuration of %s is valid JSON", (id) => {
  const assistant = listAssistants(mcp).find((candidate) => candidate.id === id);
  expect(JSON.parse(assistant?.snippet ?? "")).toHaveProperty("mcpServers.latchkey");
});
