import { expect, test } from "vitest";
import { authorize, exchange, obtainCode } from "#tests/authorization.ts";
import { newAuthorization, registerClient } from "#tests/oauth.ts";
import { createPerson } from "#tests/person.ts";

const isTaken = async (redirect_uris: string[], redirect_uri: string) => {
  const clientId = await registerClient({ redirect_uris });
  const { status, to } = await authorize(newAuthorization(clientId, { redirect_uri }).query);
  expect(status).toBe(to === null ? 400 : 302);
  return to?.host === "app.latchkey.test";
};

const loopback: [string, string, boolean][] = [
  ["http://localhost/callback", "http://localhost:51234/callback", true],
  ["http://localhost:3000/callback", "http://localhost:51234/callback", true],
  ["http://127.0.0.1:33418", "http://127.0.0.1:51234", true],
  ["http://127.0.0.1:33418/", "http://127.0.0.1:51234/", true],
  ["http://[::1]/callback", "http://[::1]:51234/callback", true],
  ["http://localhost/callback", "http://localhost:51234/other", false],
  ["http://localhost/callback", "http://localhost:51234/callback?more=1", false],
  ["http://localhost/callback", "http://127.0.0.1:51234/callback", false],
  ["http://localhost/callback", "https://localhost:51234/callback", false],
  ["http://localhost/callback", "http://localhost.evil.org:51234/callback", false],
  ["http://localhost/callback", "http://localhost:51234@evil.org/callback", false],
  ["http://127.0.0.1/callback", "http://127.0.0.2:51234/callback", false],
];

test.each(loopback)("registered as %s, %s is taken: %s", async (registered, asked, expected) => {
  expect(await isTaken([registered], asked)).toBe(expected);
});

const app: [string, boolean][] = [
  ["cursor://anysphere.cursor-mcp/oauth/callback", true],
  ["vscode://vscode.github-authentication/did-authenticate", true],
  ["com.example.app:/callback", true],
  ["com.example.app://callback", true],
  ["myapp://callback", false],
  ["ftp://example.org/callback", false],
  ["intent://example.org/callback", false],
  ["ms-settings:privacy", false],
];

test.each(app)(
  "%s leads to an app where that is documented or its domain's: %s",
  async (address, expected) => {
    expect(await isTaken(["https://assistant.example.org/callback", address], address)).toBe(expected);
  },
);

test.each(["cursor://evil/oauth/callback", "com.example.app:/other"])(
  "%s leads nowhere when it is not registered",
  async (address) => {
    const registered = ["cursor://anysphere.cursor-mcp/oauth/callback", "com.example.app:/callback"];
    expect(await isTaken(registered, address)).toBe(false);
  },
);

test.each([
  "javascript:alert(1)",
  "data:text/html,hello",
  "file:///etc/passwd",
  "blob:https://x/1",
  "vbscript:x",
])("%s is no place to send anybody", async (redirect_uri) => {
  const { query } = newAuthorization(await registerClient(), { redirect_uri });
  expect(await authorize(query)).toMatchObject({ status: 400, to: null });
});

test.each([
  ["http://localhost:51234/callback", "http://localhost/callback"],
  ["http://127.0.0.1:51234/", "http://127.0.0.1:33418"],
  ["http://LOCALHOST:51234/callback", "http://localhost/callback"],
  ["cursor://anysphere.cursor-mcp/oauth/callback"],
  ["com.example.app:/in"],
])("the code goes to %s and is exchanged for it", async (redirect_uri, registered = redirect_uri) => {
  const ann = await createPerson();
  const clientId = await registerClient({ redirect_uris: [registered] });
  const change = { redirect_uri };
  const obtained = await obtainCode(ann, await ann.createOrganization(), { clientId, change });
  expect(obtained.to.href.startsWith(`${new URL(redirect_uri).href}?code=`)).toBe(true);
  expect((await exchange(obtained)).status).toBe(200);
});
