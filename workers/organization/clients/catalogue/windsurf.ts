import { allowAccess, type ClientEntry } from "./client-entry.ts";
import { keyHeaders, toMcpServers } from "./texts.ts";

const common = {
  file: "~/.codeium/windsurf/mcp_config.json",
  language: "json",
  note: "Windsurf uses at most 100 tools of all servers together.",
} as const;

const refresh = "In the Cascade panel open the MCP list and press Refresh.";

export const windsurf = {
  title: "Windsurf",
  sign_in: {
    ...common,
    toText: ({ name, url }) => toMcpServers(name, { serverUrl: url }),
    toSteps: () => ["Merge the text into the file and save.", refresh, allowAccess],
  },
  key: {
    ...common,
    toText: ({ name, url }) => toMcpServers(name, { serverUrl: url, headers: keyHeaders }),
    toSteps: () => ["Merge the text into the file, with your key in it, and save.", refresh],
  },
} as const satisfies ClientEntry;
