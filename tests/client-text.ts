import { z } from "zod";
import type { ClientWay } from "#organization/clients/catalogue/client-entry.ts";
import { readArguments, toWords } from "./shell-words.ts";

/** An MCP server as a client has it once it has read its configuration. */
export interface ReadServer {
  name: string;
  url: string;
  headers: Record<string, string>;
}

/** Reads a text of the catalogue as the client that it is for would. */
export function readClientText({
  language,
  text,
}: {
  language: ClientWay["language"];
  text: string;
}): ReadServer {
  return readers[language](text);
}

const readers: Record<ClientWay["language"], (text: string) => ReadServer> = {
  json: (text) => Configuration.parse(JSON.parse(text)),
  toml: readToml,
  shell: (text) => {
    const [program, mcp, add, ...words] = toWords(text);
    if (mcp !== "mcp" || add !== "add") throw new Error(`${program} is not told to add a server.`);
    return readServer(words);
  },
  text: readPlainText,
};

const url = z.string();
const headers = z.record(z.string(), z.string()).default({});
const env = z.record(z.string(), z.string());

/** A program that passes on what it is asked. It puts the environment into its headers. */
const Bridge = z
  .strictObject({ command: z.literal("npx"), args: z.tuple([z.literal("-y"), z.string()], z.string()), env })
  .transform(({ args: [, , ...words], env }) => {
    const filled = words.map((word) => word.replace(/\$\{(\w+)\}/, (whole, name) => env[name] ?? whole));
    const server = readServer(filled);
    return { url: server.url, headers: server.headers };
  });

const Server = z.union([
  Bridge,
  z
    .strictObject({ type: z.literal("http").optional(), url, headers })
    .transform(({ url, headers }) => ({ url, headers })),
  z
    .strictObject({ serverUrl: url, headers })
    .transform(({ serverUrl, headers }) => ({ url: serverUrl, headers })),
  z.strictObject({ httpUrl: url, headers }).transform(({ httpUrl, headers }) => ({ url: httpUrl, headers })),
]);

const Servers = z.record(z.string(), Server).transform((servers): ReadServer => {
  const [only, ...others] = Object.entries(servers);
  if (only === undefined || others.length > 0) throw new Error("There is not exactly one server.");
  return { name: only[0], ...only[1] };
});

const Configuration = z.union([
  z.strictObject({ mcpServers: Servers }).transform(({ mcpServers }) => mcpServers),
  z
    .strictObject({ servers: Servers, inputs: z.array(z.unknown()).optional() })
    .transform(({ servers }) => servers),
  z
    .object({ mcp_servers: z.tuple([z.object({ name: z.string(), url, authorization_token: z.string() })]) })
    .transform(({ mcp_servers: [{ name, url, authorization_token }] }) => {
      return { name, url, headers: { Authorization: `Bearer ${authorization_token}` } };
    }),
  z
    .object({ tools: z.tuple([z.object({ server_label: z.string(), server_url: url, headers })]) })
    .transform(({ tools: [{ server_label, server_url, headers }] }) => {
      return { name: server_label, url: server_url, headers };
    }),
]);

/** The name stands first where the program is told one; where it stands, the URL may be an option. */
function readServer(words: string[]): ReadServer {
  const { options, positionals } = readArguments(words);
  const [url = "", name = ""] = [...positionals, ...(options.url ?? [])].reverse();
  const lines = options.header ?? [];
  return { name, url, headers: Object.fromEntries(lines.map((line) => line.split(/: ?/, 2))) };
}

function readToml(text: string): ReadServer {
  const [, name = "", url = "", header = "", value = ""] =
    /^\[mcp_servers\.([\w-]+)\]\nurl = (".*")\nhttp_headers = \{ (".*") = (".*") \}$/.exec(text) ?? [];
  return { name, url: JSON.parse(url), headers: { [JSON.parse(header)]: JSON.parse(value) } };
}

function readPlainText(text: string): ReadServer {
  const find = (pattern: RegExp) => pattern.exec(text)?.[1] ?? "";
  const key = find(/X-API-Key: (.+)$/m);
  const headers: ReadServer["headers"] = key === "" ? {} : { "X-API-Key": key };
  return { name: find(/^Name: (.+)$/m), url: find(/URL: (.+)$/m), headers };
}
