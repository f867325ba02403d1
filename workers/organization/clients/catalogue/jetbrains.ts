import type { ClientEntry } from "./client-entry.ts";
import { toBridgeWithKey } from "./mcp-remote.ts";

export const jetbrains = {
  title: "JetBrains AI",
  key: {
    file: "Settings → Tools → AI Assistant → Model Context Protocol (MCP)",
    language: "json",
    toText: toBridgeWithKey,
    toSteps: () => [
      "Install Node.js 20 or later if this computer does not have it.",
      "In the IDE open Settings → Tools → AI Assistant → Model Context Protocol (MCP) and press Add.",
      "Choose to enter it as JSON, paste the text, with your key in it, and press OK.",
      "Press Apply: the server starts, and its tools are listed under Status.",
    ],
    note: "JetBrains AI does not sign in to remote servers, so mcp-remote passes every request on with your key; that is what Node.js is for.",
  },
} as const satisfies ClientEntry;
