/** Stands where the key goes. The key itself is stored nowhere, so that whoever has it puts it in. */
export const keyPlaceholder = "$LATCHKEY_KEY";

/** The MCP endpoint as a client knows it: under a short name of plain letters, see `toServerName`. */
export interface McpServer {
  name: string;
  url: string;
}

/** Opens the client with the server filled in. It never has a key in it. */
export interface ClientLink {
  label: string;
  url: string;
}

/** One way to let a client in: what a person puts into it and where, and what else there is to do. */
export interface ClientWay {
  /** Where the text goes: a file, or the place in the client's settings. */
  file: string;
  language: "json" | "toml" | "shell" | "text";
  toText(server: McpServer): string;
  /** What to do, one thing after the other. */
  toSteps(server: McpServer): string[];
  toLink?(server: McpServer): ClientLink;
  /** What is odd about this client and would surprise. */
  note?: string;
}

export interface ClientEntry {
  title: string;
  /** By OAuth, which the client finds from the address alone. The better way wherever there is it: no secret to look after. */
  sign_in?: ClientWay;
  /** With an API key. */
  key?: ClientWay;
}

/** What every client's signing in comes to. */
export const allowAccess = "Sign in to Latchkey in the window that opens, and allow access.";
