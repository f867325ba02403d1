import { expect, test } from "vitest";
import { readClientText } from "#tests/client-text.ts";
import { type ClientWay, keyPlaceholder } from "./catalogue/client-entry.ts";
import { ClientName, clientCatalogue, KeyClientName, toServerName } from "./client-catalogue.ts";
import { listClientSetups } from "./client-setup.ts";

const url = "https://latchkey.test/mcp";
const headers = { "X-API-Key": keyPlaceholder };

/** What each client is built to read, and nothing that it would stumble over. */
const forms: [ClientWay, string | object][] = [
  [clientCatalogue.claude_ai.sign_in, `Name: latchkey\nURL: ${url}`],
  [clientCatalogue.claude_desktop.sign_in, `Name: latchkey\nURL: ${url}`],
  [clientCatalogue.claude_code.sign_in, `claude mcp add --transport http latchkey ${url}`],
  [
    clientCatalogue.claude_code.key,
    `claude mcp add --header "X-API-Key: ${keyPlaceholder}" --transport http latchkey ${url}`,
  ],
  [clientCatalogue.cursor.sign_in, { mcpServers: { latchkey: { url } } }],
  [clientCatalogue.cursor.key, { mcpServers: { latchkey: { url, headers } } }],
  [clientCatalogue.vs_code.sign_in, { servers: { latchkey: { type: "http", url } } }],
  [
    clientCatalogue.vs_code.key,
    {
      inputs: [{ type: "promptString", id: "latchkey", description: "Latchkey API key", password: true }],
      servers: { latchkey: { type: "http", url, headers: { "X-API-Key": `\${input:latchkey}` } } },
    },
  ],
  [clientCatalogue.windsurf.sign_in, { mcpServers: { latchkey: { serverUrl: url } } }],
  [clientCatalogue.windsurf.key, { mcpServers: { latchkey: { serverUrl: url, headers } } }],
  [clientCatalogue.codex.sign_in, `codex mcp add latchkey --url ${url}`],
  [
    clientCatalogue.codex.key,
    `[mcp_servers.latchkey]\nurl = "${url}"\nhttp_headers = { "X-API-Key" = "${keyPlaceholder}" }`,
  ],
  [clientCatalogue.gemini_cli.sign_in, { mcpServers: { latchkey: { httpUrl: url } } }],
  [clientCatalogue.gemini_cli.key, { mcpServers: { latchkey: { httpUrl: url, headers } } }],
  [
    clientCatalogue.claude_api.key,
    {
      mcp_servers: [{ type: "url", name: "latchkey", url, authorization_token: keyPlaceholder }],
      tools: [{ type: "mcp_toolset", mcp_server_name: "latchkey" }],
    },
  ],
  [
    clientCatalogue.openai_api.key,
    { tools: [{ type: "mcp", server_label: "latchkey", server_url: url, headers }] },
  ],
];

test("each client's configuration has the fields that this client reads, and no others", () => {
  for (const [{ language, toText }, expected] of forms) {
    const text = toText({ name: "latchkey", url });
    expect(language === "json" ? JSON.parse(text) : text).toEqual(expected);
  }
});

test("a client that only starts programs starts mcp-remote, with the key in the environment", () => {
  for (const client of ["claude_desktop", "jetbrains"] as const) {
    const { mcpServers } = JSON.parse(clientCatalogue[client].key.toText({ name: "latchkey", url }));
    const { command, args, env } = mcpServers.latchkey;
    expect([command, env]).toEqual(["npx", { LATCHKEY_KEY: keyPlaceholder }]);
    expect(args).toEqual([
      ...["-y", expect.stringMatching(/^mcp-remote@\d+\.\d+\.\d+$/), url],
      ...["--header", `X-API-Key:\${LATCHKEY_KEY}`, "--transport", "http-only"],
    ]);
  }
});

test("signing in is recommended wherever a client can; ChatGPT takes no key, and three do nothing else", () => {
  const setups = listClientSetups({ name: "", apiUrl: "https://latchkey.test" });
  const ways = Object.fromEntries(setups.map(({ client, ways }) => [client, ways.map(({ way }) => way)]));
  const only = (way: string) => ClientName.options.filter((client) => String(ways[client]) === way);
  expect(only("sign_in")).toEqual(["chatgpt"]);
  expect(only("key")).toEqual(["jetbrains", "claude_api", "openai_api"]);
  expect(only("sign_in,key")).toHaveLength(ClientName.options.length - 4);
  for (const { client, recommended } of setups) expect(recommended).toBe(ways[client]?.[0]);
  expect(KeyClientName.options).toEqual(ClientName.options.filter((client) => ways[client]?.includes("key")));
});

const hostile: [string, string][] = [
  ["Office", "latchkey-office"],
  ['"; rm -rf / #', "latchkey-rm-rf"],
  ["$(id)`id`'\\", "latchkey-id-id"],
  ["]\n[evil]", "latchkey-evil"],
  ["Büro Süd", "latchkey-buro-sud"],
  ["東京\u202e", "latchkey"],
  ["x".repeat(100), `latchkey-${"x".repeat(21)}`],
];

test.each(hostile)("a configuration called %j is a server called %s", (name, expected) => {
  expect(toServerName(name)).toBe(expected);
});

test("Claude Code's line with its header last before the name would lose name and address", () => {
  const text = `claude mcp add --transport http --header "X-API-Key: k" latchkey ${url}`;
  expect(readClientText({ language: "shell", text })).toMatchObject({ name: "", url: "" });
});
