import { keyPlaceholder } from "./client-entry.ts";

export const keyHeaders = { "X-API-Key": keyPlaceholder };

export function toJson(value: object): string {
  return JSON.stringify(value, null, 2);
}

/** The form of file that most clients have taken over from Claude Desktop. */
export function toMcpServers(name: string, server: object): string {
  return toJson({ mcpServers: { [name]: server } });
}

export function toShellWord(text: string): string {
  return /^[\w:/.-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
