import { z } from "zod";

/** An MCP server as an assistant keeps it in its configuration. */
const Remote = z.object({ url: z.url(), headers: z.record(z.string(), z.string()) });
export type Remote = z.infer<typeof Remote>;

const Local = z.object({
  command: z.literal("npx"),
  args: z.array(z.string()),
  env: z.record(z.string(), z.string()),
});

const COMMAND = /claude mcp add --header "([^":]+): ([^"]+)" --transport http latchkey (\S+)/;
const JSON_BLOCK = /^ {2}\{\n.*?^ {2}\}$/gms;

/** Reads what `npm start` prints as the assistants would: a shell command and two configuration files. */
export function readPrintedSetup(printed: string) {
  const [, header = "", value = "", url] = COMMAND.exec(printed) ?? [];
  const [desktop, cursor] = (printed.match(JSON_BLOCK) ?? []).map((block) => JSON.parse(block));
  return {
    claudeCode: Remote.parse({ url, headers: { [header]: value } }),
    claudeDesktop: z.object({ mcpServers: z.object({ latchkey: Local }) }).parse(desktop).mcpServers.latchkey,
    cursor: z.object({ mcpServers: z.object({ latchkey: Remote }) }).parse(cursor).mcpServers.latchkey,
  };
}
