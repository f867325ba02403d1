import { expect, test } from "vitest";
import { ClientName, clientCatalogue, keyPlaceholder, toServerName } from "./client-catalogue.ts";

const url = "https://latchkey.test/mcp";
const toText = (client: ClientName, name = "latchkey-office") =>
  clientCatalogue[client].toText({ name, url });

test.each(ClientName.options)("%s is told the address and where the key goes, once", (client) => {
  const text = toText(client);
  expect(text.split(url)).toHaveLength(2);
  const asksForKey = client === "chatgpt" || client === "vs_code";
  expect(text.split(keyPlaceholder)).toHaveLength(asksForKey ? 1 : 2);
});

const inJson = ClientName.options.filter((client) => clientCatalogue[client].language === "json");

test.each(inJson)("the configuration of %s is JSON and names the server", (client) => {
  const { servers, mcpServers } = JSON.parse(toText(client));
  expect(Object.keys(servers ?? mcpServers)).toEqual(["latchkey-office"]);
});

test("each client's configuration has the fields that this client reads", () => {
  const read = (client: ClientName) => JSON.parse(toText(client, "latchkey"));
  const headers = { "X-API-Key": keyPlaceholder };
  expect(read("cursor")).toEqual({ mcpServers: { latchkey: { url, headers } } });
  expect(read("windsurf")).toEqual({ mcpServers: { latchkey: { serverUrl: url, headers } } });
  expect(read("gemini_cli")).toEqual({ mcpServers: { latchkey: { httpUrl: url, headers } } });
  expect(read("vs_code")).toMatchObject({
    inputs: [{ id: "latchkey", type: "promptString", password: true }],
    servers: { latchkey: { type: "http", url, headers: { "X-API-Key": `\${input:latchkey}` } } },
  });
  expect(read("claude_desktop").mcpServers.latchkey).toMatchObject({
    command: "npx",
    args: expect.arrayContaining([url, `X-API-Key:\${LATCHKEY_KEY}`]),
    env: { LATCHKEY_KEY: keyPlaceholder },
  });
});

test("Codex gets a table of TOML, and Claude Code one line for the shell", () => {
  expect(toText("codex").split("\n")).toEqual([
    "[mcp_servers.latchkey-office]",
    `url = "${url}"`,
    `http_headers = { "X-API-Key" = "${keyPlaceholder}" }`,
  ]);
  expect(toText("claude_code")).toBe(
    `claude mcp add --transport http --header "X-API-Key: ${keyPlaceholder}" latchkey-office ${url}`,
  );
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

test("an address that a shell would read something into is quoted", () => {
  const odd = "https://latchkey.test/it's;$(id)/mcp";
  const { claude_code: shell, codex, cursor } = clientCatalogue;
  expect(shell.toText({ name: "latchkey", url: odd })).toContain(
    `'https://latchkey.test/it'\\''s;$(id)/mcp'`,
  );
  const quoted = `https://latchkey.test/"\\x/mcp`;
  expect(JSON.parse(cursor.toText({ name: "latchkey", url: quoted })).mcpServers.latchkey.url).toBe(quoted);
  expect(codex.toText({ name: "latchkey", url: quoted })).toContain(
    String.raw`url = "https://latchkey.test/\"\\x/mcp"`,
  );
});
