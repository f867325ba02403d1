import { expect, test } from "vitest";
import { readClientLink } from "#tests/client-link.ts";
import { readClientText } from "#tests/client-text.ts";
import { toWords } from "#tests/shell-words.ts";
import { type ClientEntry, keyPlaceholder } from "./catalogue/client-entry.ts";
import { ClientName, clientCatalogue, toServerName } from "./client-catalogue.ts";
import { toClientSetup, WayIn } from "./client-setup.ts";

const ways = ClientName.options.flatMap((client) => {
  const entry: ClientEntry = clientCatalogue[client];
  return WayIn.options.flatMap((way) => (entry[way] ? [{ client, way, terms: entry[way] }] : []));
});

const names = [
  ...["Office", "Front desk", `It's "here" & there`, "Büro Süd 東京", "x".repeat(60)],
  `'&config=x#"; rm -rf / $(id)`,
];
const urls = [
  "https://latchkey.test/mcp",
  "http://127.0.0.1:8787/mcp",
  "https://latchkey.test/mcp?toolsets=core&readonly=1",
  `https://latchkey.test/it's;$(id)"\\x/mcp?a=%20b+c#d`,
];
const servers = urls.flatMap((url) => names.map((name) => ({ name: toServerName(name), url })));

/** Asked for when the server starts, so that it is in no file. */
const isAsked = (client: ClientName) => client === "vs_code";

test.each(ways)(
  "$client by $way: the text says name, address and header, exactly",
  ({ client, way, terms }) => {
    for (const server of servers) {
      const read = readClientText({ language: terms.language, text: terms.toText(server) });
      expect(read).toMatchObject(server);
      const value = isAsked(client) ? `\${input:${server.name}}` : keyPlaceholder;
      const header = client === "claude_api" ? { Authorization: `Bearer ${value}` } : { "X-API-Key": value };
      expect(read.headers).toEqual(way === "key" ? header : {});
    }
  },
);

test.each(ways.filter(({ terms }) => terms.toLink))(
  "$client by $way: the link has the very server of the text, and no key",
  ({ client, terms }) => {
    for (const server of servers) {
      const { url } = terms.toLink?.(server) ?? { url: "" };
      expect(url).not.toContain(keyPlaceholder);
      const { name, url: address, headers } = readClientText({ ...terms, text: terms.toText(server) });
      // Claude's link has no room for a header; Cursor's takes the key from the environment.
      const inLink = client === "claude_ai" ? {} : headers;
      const expected = JSON.stringify({ name, url: address, headers: inLink });
      const shown = expected.replace(keyPlaceholder, `\${env:LATCHKEY_KEY}`);
      expect(readClientLink(url)).toEqual(JSON.parse(shown));
    }
  },
);

test.each(ways)(
  "$client by $way: there are steps, and a place for a key only in a key's text",
  ({ client, way, terms }) => {
    const { text, ...others } = toClientSetup(terms, { name: "Büro", apiUrl: "https://latchkey.test" });
    expect(others.steps.length).toBeGreaterThan(1);
    expect(new Set(others.steps).size).toBe(others.steps.length);
    expect(JSON.stringify(others)).not.toContain(keyPlaceholder);
    expect(text.split(keyPlaceholder)).toHaveLength(way === "key" && !isAsked(client) ? 2 : 1);
    if (way === "sign_in") {
      expect(JSON.stringify([text, others.steps, others.link])).not.toMatch(
        /LATCHKEY_KEY|X-API-Key|Bearer|header/i,
      );
    }
  },
);

test("VS Code's line for the terminal has the very server of its link", () => {
  for (const way of WayIn.options) {
    for (const server of servers) {
      const terms = clientCatalogue.vs_code[way];
      const line = terms.toSteps(server).find((step) => step.includes("--add-mcp")) ?? "";
      const [, piece = ""] = toWords(line.slice(line.indexOf("--add-mcp")));
      expect(`vscode:mcp/install?${encodeURIComponent(piece)}`).toBe(terms.toLink(server).url);
    }
  }
});

test("VS Code's link asks for the key", () => {
  const { url } = clientCatalogue.vs_code.key.toLink({ name: "latchkey", url: "https://latchkey.test/mcp" });
  expect(JSON.parse(decodeURIComponent(url.split("?")[1] ?? ""))).toEqual({
    name: "latchkey",
    type: "http",
    url: "https://latchkey.test/mcp",
    headers: { "X-API-Key": `\${input:latchkey}` },
    inputs: [{ type: "promptString", id: "latchkey", description: "Latchkey API key", password: true }],
  });
});

test("a client that can only start programs is told of mcp-remote, which signs in", () => {
  for (const server of servers) {
    const step = clientCatalogue.generic.sign_in.toSteps(server).find((text) => text.includes("npx")) ?? "";
    const words = toWords(step.slice(step.indexOf("npx")));
    expect(words).toEqual([
      "npx",
      "-y",
      expect.stringMatching(/^mcp-remote@/),
      server.url,
      "--transport",
      "http-only",
    ]);
  }
});
