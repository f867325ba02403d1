import type { McpServer } from "./client-catalogue.ts";

/** A link that opens the client with the server filled in. It never has a key in it. */
export interface ClientLink {
  label: string;
  url: string;
}

/** Cursor puts the variable's value there; whoever has none puts the key itself. */
export const cursorKey = `\${env:LATCHKEY_KEY}`;

export function toCursorLink({ name, url }: McpServer): ClientLink {
  const server = { url, headers: { "X-API-Key": cursorKey } };
  const config = Buffer.from(JSON.stringify(server)).toString("base64");
  const query = new URLSearchParams({ name, config });
  return { label: "Add to Cursor", url: `cursor://anysphere.cursor-deeplink/mcp/install?${query}` };
}

/** A server as VS Code takes it in one piece; it asks for the key itself. */
export function toVsCodeServer({ name, url }: McpServer): string {
  const { inputs, headers } = toVsCodeInputs(name);
  return JSON.stringify({ name, type: "http", url, headers, inputs });
}

export function toVsCodeInputs(name: string) {
  return {
    inputs: [{ type: "promptString", id: name, description: "Latchkey API key", password: true }],
    headers: { "X-API-Key": `\${input:${name}}` },
  };
}

export function toVsCodeLink(server: McpServer): ClientLink {
  return {
    label: "Add to VS Code",
    url: `vscode:mcp/install?${encodeURIComponent(toVsCodeServer(server))}`,
  };
}

export function toClaudeLink({ name, url }: McpServer): ClientLink {
  const query = new URLSearchParams({
    modal: "add-custom-connector",
    connectorName: name,
    connectorUrl: url,
  });
  return { label: "Add to Claude", url: `https://claude.ai/customize/connectors?${query}` };
}
