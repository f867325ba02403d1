import { expect, test } from "vitest";
import { authorize, obtainCode, register } from "#tests/authorization.ts";
import { newAddress } from "#tests/new-address.ts";
import { newAuthorization, REDIRECT, registerClient, toExchange } from "#tests/oauth.ts";
import { fetchApi } from "#tests/organization.ts";
import { createPerson } from "#tests/person.ts";

/** Nothing of ours shows: no stack, no path, no word of the database. */
function expectHandled(status: number, text: string) {
  expect(status).toBeLessThan(500);
  expect(text).not.toMatch(/\bat \S+ \(|node_modules|\.ts:\d|D1_ERROR|SQLITE|TypeError|\[object /);
}

const values = [
  "",
  "%",
  "%00",
  "%ff%fe",
  "%0d%0aset-cookie:x=1",
  "..%2f..%2fetc%2fpasswd",
  "%27%20or%201=1%20--",
  "%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
  "%F0%9F%92%A9",
  "%ED%A0%80",
  "[]",
  "{}",
  "null",
  "undefined",
  "true",
  "-1",
  "__proto__",
  "constructor",
  "x".repeat(7_000),
  "client:*",
  "https://",
  "https://%",
  "http://[",
  "//evil.example.org",
  "a:b:c",
];
const names = ["client_id", "redirect_uri", "resource", "scope", "state", "code_challenge", "prompt"];

test.each(names)("no value of %s upsets the authorization endpoint", async (name) => {
  const { query } = newAuthorization(await registerClient());
  const rest = query.replace(new RegExp(`(^|&)${name}=[^&]*`), "");
  for (const value of values) {
    const { headers, status, text, to } = await authorize(`${rest}&${name}=${value}`);
    expectHandled(status, text);
    expect([`${REDIRECT}`, "https://app.latchkey.test/authorize", undefined]).toContain(
      to?.href.split("?")[0],
    );
    expect(headers.get("set-cookie")).toBeNull();
  }
});

test.each(["", "=", "&&&", "?", "client_id", "%", "=x&=y", "client_id[]=x", "a=1&b=2", "+", "#"])(
  "the query %j is answered with a page",
  async (query) => {
    const { status, text, to } = await authorize(query);
    expect([status, to]).toEqual([400, null]);
    expectHandled(status, text);
  },
);

test("no value in the query of a consent page upsets the API", async () => {
  const ann = await createPerson();
  const { query } = newAuthorization(await registerClient());
  for (const name of ["client_id", "redirect_uri", "resource", "scope", "state"]) {
    const rest = query.replace(new RegExp(`(^|&)${name}=[^&]*`), "");
    for (const value of ["", "%", "%00", "%ff", "__proto__", "https://%", "x".repeat(9_000)]) {
      const asked = { query: `${rest}&${name}=${value}` };
      const { body, status } = await ann.browser.post("/api/v1/authorizations", asked);
      expectHandled(status, JSON.stringify(body));
    }
  }
});

async function post(path: string, body: BodyInit, type: string) {
  const headers = { "content-type": type, "cf-connecting-ip": newAddress() };
  const response = await fetchApi(path, { method: "POST", headers, body });
  return { status: response.status, text: await response.text() };
}
const FORM = "application/x-www-form-urlencoded";

test("no form upsets the token endpoint, whichever organization it names", async () => {
  const ann = await createPerson();
  const obtained = await obtainCode(ann, await ann.createOrganization());
  const good = new URLSearchParams(toExchange(obtained, obtained.code)).toString();
  for (const name of [
    "client_id",
    "code",
    "code_verifier",
    "redirect_uri",
    "resource",
    "scope",
    "grant_type",
  ]) {
    const rest = good.replace(new RegExp(`(^|&)${name}=[^&]*`), "");
    for (const value of values) {
      const { status, text } = await post("/oauth/token", `${rest}&${name}=${value}&token=${value}`, FORM);
      expectHandled(status, text);
    }
  }
});

const bodies: [string, BodyInit][] = [
  ["nothing", ""],
  ["no form", "{}"],
  ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0x00, 0x80])],
  ["a subject in bytes that are no text", new Uint8Array([...new TextEncoder().encode("code="), 0xff, 0x3a])],
  ["separators", "&&&==&="],
  ["a thousand fields", Array.from({ length: 1_000 }, (_, at) => `f${at}=1`).join("&")],
];
const types = [FORM, `${FORM}; charset=utf-16`, "multipart/form-data; boundary=x", "text/plain", "nonsense"];

test.each(bodies)("%s upsets neither the token nor the registration endpoint", async (_, body) => {
  for (const type of types) {
    const { status, text } = await post("/oauth/token", body, type);
    expectHandled(status, text);
    expect(status).toBeGreaterThanOrEqual(400);
  }
  const { status, text } = await post("/oauth/register", body, "application/json");
  expectHandled(status, text);
  expect(status).toBeGreaterThanOrEqual(400);
});

const metadata = [
  '{"redirect_uris":["https://"]}',
  '{"redirect_uris":[["https://a.example.org"]]}',
  '{"redirect_uris":{"0":"https://a.example.org"}}',
  '{"redirect_uris":"https://a.example.org"}',
  '{"redirect_uris":["https://a.example.org"],"grant_types":"code"}',
  '{"redirect_uris":["https://a.example.org"],"grant_types":[null]}',
  '{"redirect_uris":["https://a.example.org"],"contacts":[1]}',
  '{"redirect_uris":["https://a.example.org"],"jwks":"x"}',
  '{"redirect_uris":["https://a.example.org"],"logo_uri":"javascript:alert(1)"}',
  '{"__proto__":{"redirect_uris":["https://a.example.org"]}}',
  `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
  '"\\ud800"',
];

test("no metadata upsets the registration endpoint", async () => {
  for (const text of metadata) {
    const { body, status } = await register(text);
    expectHandled(status, JSON.stringify(body));
  }
});
