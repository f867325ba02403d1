export const keyPlaceholder = "$LATCHKEY_KEY";

/** Pinned because it is handed the API key. */
const mcpRemote = "mcp-remote@0.15.1";

export interface Assistant {
  id: string;
  name: string;
  /** Where the snippet goes. */
  place: string;
  instruction: string;
  snippet: string;
}

/** The assistants the dashboard can set up, each with the text to paste for this MCP address. */
export function listAssistants(mcp: string): Assistant[] {
  return [
    {
      id: "claude-code",
      name: "Claude Code",
      place: "Terminal",
      instruction: "Run this once, in any folder.",
      snippet: `claude mcp add --transport http --header "X-API-Key: ${keyPlaceholder}" latchkey ${mcp}`,
    },
    {
      id: "claude-desktop",
      name: "Claude Desktop",
      place: "claude_desktop_config.json",
      instruction: "Settings → Developer → Edit config, then restart Claude. Needs Node.js.",
      snippet: mcpServersJson({
        command: "npx",
        // No space after the colon: Claude Desktop on Windows splits arguments at spaces.
        args: ["-y", mcpRemote, mcp, "--header", `X-API-Key:\${LATCHKEY_KEY}`, "--transport", "http-only"],
        env: { LATCHKEY_KEY: keyPlaceholder },
      }),
    },
    {
      id: "cursor",
      name: "Cursor",
      place: "~/.cursor/mcp.json",
      instruction: "Add the server, then switch it on under Settings → MCP.",
      snippet: mcpServersJson({ url: mcp, headers: { "X-API-Key": keyPlaceholder } }),
    },
  ];
}

function mcpServersJson(latchkey: object): string {
  return JSON.stringify({ mcpServers: { latchkey } }, null, 2);
}
