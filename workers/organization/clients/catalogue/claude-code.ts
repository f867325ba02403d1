import { allowAccess, type ClientEntry, keyPlaceholder } from "./client-entry.ts";
import { toShellWord } from "./texts.ts";

const common = {
  file: "Terminal",
  language: "shell",
  note: "Claude Code cuts a tool's result at 25,000 tokens unless MAX_MCP_OUTPUT_TOKENS says otherwise.",
} as const;

export const claudeCode = {
  title: "Claude Code",
  sign_in: {
    ...common,
    toText: ({ name, url }) => `claude mcp add --transport http ${name} ${toShellWord(url)}`,
    toSteps: ({ name }) => [
      "Run the line in a terminal.",
      `In Claude Code type /mcp, choose ${name} and then Authenticate. ${allowAccess}`,
    ],
  },
  key: {
    ...common,
    // --header takes all words up to the next option for headers, so that it must not stand last before the name.
    toText: ({ name, url }) =>
      `claude mcp add --header "X-API-Key: ${keyPlaceholder}" --transport http ${name} ${toShellWord(url)}`,
    toSteps: () => [
      "Run the line in a terminal, with your key in it.",
      "In Claude Code type /mcp: the server is listed as connected.",
    ],
  },
} as const satisfies ClientEntry;
