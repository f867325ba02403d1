import { keyPlaceholder, type McpServer } from "./client-entry.ts";
import { toMcpServers, toShellWord } from "./texts.ts";

/** Pinned because it is handed the API key, or a token. */
const MCP_REMOTE = "mcp-remote@0.15.1";

/** For clients that only start programs: mcp-remote passes on what they ask, with the key. */
export function toBridgeWithKey({ name, url }: McpServer): string {
  // No space after the colon: Claude Desktop on Windows splits arguments at spaces.
  const header = `X-API-Key:\${LATCHKEY_KEY}`;
  const args = ["-y", MCP_REMOTE, url, "--header", header, "--transport", "http-only"];
  return toMcpServers(name, { command: "npx", args, env: { LATCHKEY_KEY: keyPlaceholder } });
}

/** The same, signing in by OAuth in the browser. */
export function toBridgeCommand({ url }: McpServer): string {
  return `npx -y ${MCP_REMOTE} ${toShellWord(url)} --transport http-only`;
}
