import { z } from "zod";
import {
  type ClientLink,
  cursorKey,
  toClaudeLink,
  toCursorLink,
  toVsCodeInputs,
  toVsCodeLink,
  toVsCodeServer,
} from "./client-links.ts";

/** Stands where the key goes. The key itself is stored nowhere, so that whoever has it puts it in. */
export const keyPlaceholder = "$LATCHKEY_KEY";

/** Pinned because it is handed the API key. */
const MCP_REMOTE = "mcp-remote@0.15.1";

/** The MCP endpoint as a client knows it: under a short name of plain letters, see `toServerName`. */
export interface McpServer {
  name: string;
  url: string;
}

export interface ClientEntry {
  title: string;
  /** Where the text goes: a file, or the place in the client's settings. */
  file: string;
  language: "json" | "toml" | "shell" | "text";
  toText(server: McpServer): string;
  /** How the client itself can prove who asks: with an API key, by signing in, or either. */
  signIn: "key" | "oauth" | "both";
  /** What to do, one thing after the other. */
  toSteps(server: McpServer): string[];
  toLink?(server: McpServer): ClientLink;
  /** What is odd about this client and would surprise. */
  note?: string;
}

/** The clients that a configuration can be made for, and how each is told of a server and its key. */
export const clientCatalogue = {
  claude_desktop: {
    title: "Claude Desktop",
    file: "claude_desktop_config.json",
    language: "json",
    toText: ({ name, url }) => {
      // No space after the colon: Claude Desktop on Windows splits arguments at spaces.
      const header = `X-API-Key:\${LATCHKEY_KEY}`;
      const args = ["-y", MCP_REMOTE, url, "--header", header, "--transport", "http-only"];
      return toMcpServers(name, { command: "npx", args, env: { LATCHKEY_KEY: keyPlaceholder } });
    },
    signIn: "key",
    toSteps: () => [
      "Install Node.js 20 or later if this computer does not have it.",
      "In Claude Desktop open Settings → Developer → Edit Config.",
      "Merge the text into the file, with your key in it, and save.",
      "Quit Claude Desktop completely and open it again.",
    ],
    note: "This file cannot hold a remote server, so mcp-remote passes every request on; that is what Node.js is for. Without Node.js, add a connector in Claude instead: Claude Desktop shows those too.",
  },
  claude_code: {
    title: "Claude Code",
    file: "Terminal",
    language: "shell",
    toText: ({ name, url }) =>
      `claude mcp add --transport http --header "X-API-Key: ${keyPlaceholder}" ${name} ${toShellWord(url)}`,
    signIn: "both",
    toSteps: () => [
      "Run the line in a terminal, with your key in it.",
      "In Claude Code type /mcp: the server is listed as connected.",
    ],
    note: "Claude Code cuts a tool's result at 25,000 tokens unless MAX_MCP_OUTPUT_TOKENS says otherwise.",
  },
  claude_ai: {
    title: "Claude",
    file: "Settings → Connectors → Add custom connector",
    language: "text",
    toText: ({ name, url }) =>
      `Name: ${name}\nURL: ${url}\nAdvanced → Request headers: X-API-Key: ${keyPlaceholder}`,
    signIn: "both",
    toSteps: () => [
      "In Claude open Settings → Connectors → Add custom connector; the link below fills in name and address.",
      "Under Advanced add the request header X-API-Key with your key.",
      "Press Add. In a chat, turn the connector on under the tools menu.",
    ],
    toLink: toClaudeLink,
    note: "Request headers are being rolled out and your account may not have them yet. How a connector signs in cannot be changed later: remove it and add it again.",
  },
  cursor: {
    title: "Cursor",
    file: "~/.cursor/mcp.json",
    language: "json",
    toText: ({ name, url }) => toMcpServers(name, { url, headers: toHeaders(keyPlaceholder) }),
    signIn: "both",
    toSteps: () => [
      "Merge the text into the file, with your key in it, and save.",
      "Open Cursor Settings → MCP and switch the server on.",
      `Or use the link below: Cursor asks before it adds the server. Then put your key in the file where it says ${cursorKey}, or set it as the environment variable LATCHKEY_KEY and restart Cursor.`,
    ],
    toLink: toCursorLink,
    note: "Cursor leaves out tools whose name and server's name are longer than 60 characters together, so keep the name short.",
  },
  vs_code: {
    title: "VS Code",
    file: ".vscode/mcp.json",
    language: "json",
    // VS Code asks for the key once and keeps it out of the file.
    toText: ({ name, url }) => {
      const { headers, inputs } = toVsCodeInputs(name);
      return toJson({ inputs, servers: { [name]: { type: "http", url, headers } } });
    },
    signIn: "both",
    toSteps: (server) => [
      "Save the text as the file in your project, or use the link below.",
      "Start the server: the word Start stands above its entry in the file. VS Code asks for your key.",
      "In the chat choose Agent and pick the tools.",
      `From a terminal instead: code --add-mcp ${toShellWord(toVsCodeServer(server))}`,
    ],
    toLink: toVsCodeLink,
    note: "In a company, MCP may have to be allowed by policy first. A chat can use at most 128 tools at a time.",
  },
  windsurf: {
    title: "Windsurf",
    file: "~/.codeium/windsurf/mcp_config.json",
    language: "json",
    toText: ({ name, url }) => toMcpServers(name, { serverUrl: url, headers: toHeaders(keyPlaceholder) }),
    signIn: "both",
    toSteps: () => [
      "Merge the text into the file, with your key in it, and save.",
      "In the Cascade panel open the MCP list and press Refresh.",
    ],
    note: "Windsurf uses at most 100 tools of all servers together.",
  },
  chatgpt: {
    title: "ChatGPT",
    file: "Settings → Apps & Connectors → Advanced → Developer mode → Create",
    language: "text",
    // ChatGPT sends no header of one's own: it signs in instead of taking a key.
    toText: ({ name, url }) => `Name: ${name}\nMCP server URL: ${url}\nAuthentication: OAuth`,
    signIn: "oauth",
    toSteps: () => [
      "In ChatGPT open Settings → Apps & Connectors → Advanced and turn Developer mode on.",
      "Press Create, enter name and address, and choose OAuth.",
      "Sign in to Latchkey in the window that opens, and allow access.",
      "In a chat, pick the connector from the tools menu.",
    ],
    note: "ChatGPT takes no API key. Which of its plans may use tools that change something is up to OpenAI.",
  },
  codex: {
    title: "Codex",
    file: "~/.codex/config.toml",
    language: "toml",
    // A JSON string is a TOML string too.
    toText: ({ name, url }) =>
      `[mcp_servers.${name}]\nurl = ${JSON.stringify(url)}\nhttp_headers = { "X-API-Key" = "${keyPlaceholder}" }`,
    signIn: "both",
    toSteps: () => [
      "Add the text to the file, with your key in it, and save.",
      "Start Codex again and type /mcp: the server is listed.",
    ],
  },
  gemini_cli: {
    title: "Gemini CLI",
    file: "~/.gemini/settings.json",
    language: "json",
    toText: ({ name, url }) => toMcpServers(name, { httpUrl: url, headers: toHeaders(keyPlaceholder) }),
    signIn: "both",
    toSteps: () => [
      "Merge the text into the file, with your key in it, and save.",
      "Start Gemini CLI again and type /mcp: the server is listed.",
    ],
    note: "Gemini CLI shortens names of more than 63 characters and cannot ask back while a tool runs.",
  },
  generic: {
    title: "Another MCP client",
    file: "Settings of the client",
    language: "text",
    toText: ({ url }) => `Transport: Streamable HTTP\nURL: ${url}\nHeader: X-API-Key: ${keyPlaceholder}`,
    signIn: "both",
    toSteps: () => [
      "Choose Streamable HTTP, often called HTTP, as the transport, and enter the address.",
      "Add the header X-API-Key with your key, or Authorization with the word Bearer and your key.",
      "A client that knows no remote servers can use npx mcp-remote, which needs Node.js.",
    ],
  },
} as const satisfies Record<string, ClientEntry>;

export const ClientName = z.enum(Object.keys(clientCatalogue) as ClientNames);
export type ClientName = keyof typeof clientCatalogue;

/** Safe because the catalogue is closed: its keys are the names, and there are some. */
type ClientNames = [ClientName, ...ClientName[]];

// Clients join the server's name and a tool's into one of at most sixty characters.
const NAME_LENGTH = 30;

/** What a person called a configuration, in letters that no file, shell or client reads as anything else. */
export function toServerName(name: string): string {
  const words =
    name
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return ["latchkey", ...words].join("-").slice(0, NAME_LENGTH).replace(/-$/, "");
}

function toMcpServers(name: string, server: object): string {
  return toJson({ mcpServers: { [name]: server } });
}

function toHeaders(key: string) {
  return { "X-API-Key": key };
}

function toJson(value: object): string {
  return JSON.stringify(value, null, 2);
}

function toShellWord(text: string): string {
  return /^[\w:/.-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
