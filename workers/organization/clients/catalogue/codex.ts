import { allowAccess, type ClientEntry, keyPlaceholder } from "./client-entry.ts";
import { toShellWord } from "./texts.ts";

export const codex = {
  title: "Codex",
  sign_in: {
    file: "Terminal",
    language: "shell",
    toText: ({ name, url }) => `codex mcp add ${name} --url ${toShellWord(url)}`,
    toSteps: ({ name }) => [
      "Run the line in a terminal.",
      `${allowAccess} If none opens, run: codex mcp login ${name}`,
      "Start Codex again and type /mcp: the server is listed.",
    ],
  },
  key: {
    file: "~/.codex/config.toml",
    language: "toml",
    // A JSON string is a TOML string too.
    toText: ({ name, url }) =>
      `[mcp_servers.${name}]\nurl = ${JSON.stringify(url)}\nhttp_headers = { "X-API-Key" = "${keyPlaceholder}" }`,
    toSteps: () => [
      "Add the text to the file, with your key in it, and save.",
      "Start Codex again and type /mcp: the server is listed.",
    ],
  },
} as const satisfies ClientEntry;
