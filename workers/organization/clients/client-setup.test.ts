import { expect, test } from "vitest";
import { ClientName, clientCatalogue, keyPlaceholder } from "./client-catalogue.ts";
import { toClientSetup } from "./client-setup.ts";

const apiUrl = "https://latchkey.test";
const url = `${apiUrl}/mcp`;
const setUp = (client: ClientName, name = "Büro") => toClientSetup(client, { name, apiUrl });
const linkOf = (client: ClientName, name?: string) => new URL(setUp(client, name).link?.url ?? "");

test.each(ClientName.options)("%s has steps, and nothing but its text has a place for the key", (client) => {
  const { text, signIn, ...others } = setUp(client);
  expect(others.steps.length).toBeGreaterThan(1);
  expect(JSON.stringify(others)).not.toContain(keyPlaceholder);
  // VS Code asks for the key itself.
  const places = signIn === "oauth" || client === "vs_code" ? 0 : 1;
  expect(text.split(keyPlaceholder)).toHaveLength(places + 1);
});

test("ChatGPT signs in, a file with mcp-remote has a key, and the others do either", () => {
  const bySignIn = Object.groupBy(ClientName.options, (client) => clientCatalogue[client].signIn);
  expect(bySignIn).toMatchObject({ oauth: ["chatgpt"], key: ["claude_desktop"] });
  expect(bySignIn.both).toHaveLength(ClientName.options.length - 2);
});

test("Cursor's link has the server in base64, with the key from the environment", () => {
  const { protocol, host, pathname, searchParams } = linkOf("cursor");
  expect([protocol, host, pathname]).toEqual(["cursor:", "anysphere.cursor-deeplink", "/mcp/install"]);
  expect(searchParams.get("name")).toBe("latchkey-buro");
  const config = Buffer.from(searchParams.get("config") ?? "", "base64").toString();
  expect(JSON.parse(config)).toEqual({ url, headers: { "X-API-Key": `\${env:LATCHKEY_KEY}` } });
});

const inVsCode = {
  name: "latchkey-buro",
  type: "http",
  url,
  headers: { "X-API-Key": `\${input:latchkey-buro}` },
  inputs: [{ type: "promptString", id: "latchkey-buro", description: "Latchkey API key", password: true }],
};

test("VS Code's link and its line for the terminal have the server, and ask for the key", () => {
  const { protocol, pathname, search } = linkOf("vs_code");
  expect([protocol, pathname]).toEqual(["vscode:", "mcp/install"]);
  expect(JSON.parse(decodeURIComponent(search.slice(1)))).toEqual(inVsCode);
  const line = setUp("vs_code").steps.find((step) => step.includes("--add-mcp")) ?? "";
  expect(JSON.parse(/code --add-mcp '(.*)'$/.exec(line)?.[1] ?? "")).toEqual(inVsCode);
});

test("Claude's link opens the dialog with name and address filled in", () => {
  const { origin, pathname, searchParams } = linkOf("claude_ai");
  expect(origin + pathname).toBe("https://claude.ai/customize/connectors");
  expect(Object.fromEntries(searchParams)).toEqual({
    modal: "add-custom-connector",
    connectorName: "latchkey-buro",
    connectorUrl: url,
  });
});

test("a name that would break out of a link or a line does not", () => {
  const odd = `'&config=x#"; rm -rf /`;
  expect(linkOf("cursor", odd).searchParams.get("name")).toBe("latchkey-config-x-rm-rf");
  expect(setUp("vs_code", odd).steps.join()).toContain(`'{"name":"latchkey-config-x-rm-rf"`);
});
