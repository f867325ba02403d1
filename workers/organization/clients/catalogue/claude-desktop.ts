import { connectorDialog, openDialog } from "./claude-ai.ts";
import { allowAccess, type ClientEntry } from "./client-entry.ts";
import { toBridgeWithKey } from "./mcp-remote.ts";

export const claudeDesktop = {
  title: "Claude Desktop",
  sign_in: {
    ...connectorDialog,
    toSteps: () => [
      openDialog,
      `Press Add, then Connect. ${allowAccess}`,
      "Open Claude Desktop with the same account: the connector is under the tools menu of a chat.",
    ],
    note: "This is the same connector as in Claude, so neither Node.js nor a file is needed. Claude connects from its own servers; where they cannot reach the address, use an API key.",
  },
  key: {
    file: "claude_desktop_config.json",
    language: "json",
    toText: toBridgeWithKey,
    toSteps: () => [
      "Install Node.js 20 or later if this computer does not have it.",
      "In Claude Desktop open Settings → Developer → Edit Config.",
      "Merge the text into the file, with your key in it, and save.",
      "Quit Claude Desktop completely and open it again.",
    ],
    note: "This file cannot hold a remote server, so mcp-remote passes every request on; that is what Node.js is for.",
  },
} as const satisfies ClientEntry;
