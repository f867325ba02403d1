import { z } from "zod";

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
  },
  claude_code: {
    title: "Claude Code",
    file: "Terminal",
    language: "shell",
    toText: ({ name, url }) =>
      `claude mcp add --transport http --header "X-API-Key: ${keyPlaceholder}" ${name} ${toShellWord(url)}`,
  },
  claude_ai: {
    title: "Claude",
    file: "Settings → Connectors → Add custom connector",
    language: "text",
    toText: ({ name, url }) =>
      `Name: ${name}\nURL: ${url}\nAdvanced → Request headers: X-API-Key: ${keyPlaceholder}`,
  },
  cursor: {
    title: "Cursor",
    file: "~/.cursor/mcp.json",
    language: "json",
    toText: ({ name, url }) => toMcpServers(name, { url, headers: toHeaders(keyPlaceholder) }),
  },
  vs_code: {
    title: "VS Code",
    file: ".vscode/mcp.json",
    language: "json",
    toText: ({ name, url }) =>
      toJson({
        // VS Code asks for the key once and keeps it out of the file.
        inputs: [{ type: "promptString", id: name, description: "Latchkey API key", password: true }],
        servers: { [name]: { type: "http", url, headers: toHeaders(`\${input:${name}}`) } },
      }),
  },
  windsurf: {
    title: "Windsurf",
    file: "~/.codeium/windsurf/mcp_config.json",
    language: "json",
    toText: ({ name, url }) => toMcpServers(name, { serverUrl: url, headers: toHeaders(keyPlaceholder) }),
  },
  chatgpt: {
    title: "ChatGPT",
    file: "Settings → Apps & Connectors → Advanced → Developer mode → Create",
    language: "text",
    // ChatGPT sends no header of one's own: it signs in instead of taking a key.
    toText: ({ name, url }) => `Name: ${name}\nMCP server URL: ${url}\nAuthentication: OAuth`,
  },
  codex: {
    title: "Codex",
    file: "~/.codex/config.toml",
    language: "toml",
    // A JSON string is a TOML string too.
    toText: ({ name, url }) =>
      `[mcp_servers.${name}]\nurl = ${JSON.stringify(url)}\nhttp_headers = { "X-API-Key" = "${keyPlaceholder}" }`,
  },
  gemini_cli: {
    title: "Gemini CLI",
    file: "~/.gemini/settings.json",
    language: "json",
    toText: ({ name, url }) => toMcpServers(name, { httpUrl: url, headers: toHeaders(keyPlaceholder) }),
  },
  generic: {
    title: "Another MCP client",
    file: "Settings of the client",
    language: "text",
    toText: ({ url }) => `Transport: Streamable HTTP\nURL: ${url}\nHeader: X-API-Key: ${keyPlaceholder}`,
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
