import { expect, onTestFinished, test, vi } from "vitest";
import { exchange, obtainCode, register, registerConfidential } from "#tests/authorization.ts";
import { newAddress } from "#tests/new-address.ts";
import { askToken, registerClient, toExchange } from "#tests/oauth.ts";
import { fetchApi } from "#tests/organization.ts";
import { createPerson } from "#tests/person.ts";
import { stopClock } from "#tests/sandbox.ts";

const FORM = "application/x-www-form-urlencoded";

async function post(body: string, headers: Record<string, string> = {}) {
  const response = await fetchApi("/oauth/token", {
    method: "POST",
    headers: { "content-type": FORM, "cf-connecting-ip": newAddress(), ...headers },
    body,
  });
  const answer: unknown = await response.json();
  return { status: response.status, headers: response.headers, body: answer };
}

test.each(["GET", "PUT", "DELETE"])("%s is not how tokens are asked for", async (method) => {
  const response = await fetchApi("/oauth/token?grant_type=refresh_token", { method });
  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toContain("POST");
  expect(await response.json()).toMatchObject({ error: "invalid_request" });
});

test("a body that is JSON is refused", async () => {
  const { body, status } = await post('{"grant_type":"refresh_token"}', {
    "content-type": "application/json",
  });
  expect([status, body]).toEqual([400, expect.objectContaining({ error: "invalid_request" })]);
});

test("a body over 16 KB is refused", async () => {
  const { body, status } = await post(`code=${"x".repeat(17_000)}`);
  expect([status, body]).toEqual([413, expect.objectContaining({ error: "invalid_request" })]);
});

test.each(["code", "client_id", "grant_type", "code_verifier", "redirect_uri"])(
  "%s twice is refused",
  async (name) => {
    const ann = await createPerson();
    const obtained = await obtainCode(ann, await ann.createOrganization());
    const form = new URLSearchParams(toExchange(obtained, obtained.code));
    form.append(name, form.get(name) ?? "");
    expect((await post(form.toString())).body).toMatchObject({ error: "invalid_request" });
  },
);

const methods = ["client_secret_basic", "client_secret_post"] as const;

test.each(methods)("a client that keeps a secret shows it by %s", async (method) => {
  const ann = await createPerson();
  const { client_id, client_secret } = await registerConfidential(method);
  const obtained = await obtainCode(ann, await ann.createOrganization(), { clientId: client_id });
  const { client_id: _, ...form } = toExchange(obtained, obtained.code);
  const send = (secret: string) =>
    method === "client_secret_basic"
      ? post(new URLSearchParams(form).toString(), {
          authorization: `Basic ${btoa(`${client_id}:${secret}`)}`,
        })
      : post(new URLSearchParams({ ...form, client_id, client_secret: secret }).toString());
  for (const refused of [await send("wrong"), await send(""), await exchange(obtained)]) {
    expect([refused.status, refused.body]).toEqual([
      401,
      expect.objectContaining({ error: "invalid_client" }),
    ]);
  }
  expect((await send(client_secret)).status).toBe(200);
});

test.each(["Basic", "Basic !", "Basic eA==", `Basic ${btoa("a:b:c")}`, "Basic a b"])(
  "%j authenticates nobody, and says how",
  async (authorization) => {
    const { headers, status } = await post("grant_type=refresh_token&refresh_token=a:b:c", { authorization });
    expect([status, headers.get("www-authenticate")]).toEqual([401, 'Basic realm="OAuth"']);
  },
);

const assertion = (iss: string) => `e30.${btoa(JSON.stringify({ iss, sub: iss }))}.x`;
const jwt = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const hidden = "https://10.0.0.1/client.json";
const claims: [string, Record<string, string>, Record<string, string>][] = [
  ["client_id", { client_id: hidden }, {}],
  ["Basic", {}, { authorization: `Basic ${btoa(`${encodeURIComponent(hidden)}:x`)}` }],
  ["an assertion", { client_assertion: assertion(hidden), client_assertion_type: jwt }, {}],
];

test.each(claims)("a client whose address is not public is not looked up by %s", async (_, form, headers) => {
  const asked = vi.spyOn(globalThis, "fetch");
  onTestFinished(() => asked.mockRestore());
  const fields = { grant_type: "refresh_token", refresh_token: "a:b:c", ...form };
  const { body, status } = await post(new URLSearchParams(fields).toString(), headers);
  expect([status, body]).toEqual([400, expect.objectContaining({ error: "invalid_client" })]);
  expect(asked).not.toHaveBeenCalled();
});

test.each(["password", "client_credentials", "implicit", ""])(
  "there is no grant of the type %j",
  async (grant_type) => {
    const client_id = await registerClient();
    const { body, status } = await askToken({ grant_type, client_id, username: "ann", password: "x" });
    expect([status, body]).toEqual([400, expect.objectContaining({ error: "unsupported_grant_type" })]);
  },
);

test("who tries codes that are none is told to wait, in OAuth's words", async () => {
  await stopClock();
  const address = { "cf-connecting-ip": newAddress() };
  const body = "grant_type=authorization_code&client_id=x&code=a:b:c";
  const statuses = [];
  for (let sent = 0; sent < 60; sent++) statuses.push((await post(body, address)).status);
  expect(new Set(statuses)).toEqual(new Set([401]));
  const answer = await post(body, address);
  expect([answer.status, answer.body]).toEqual([
    429,
    expect.objectContaining({ error: "temporarily_unavailable" }),
  ]);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
});

test("who asks without end with one token is told to wait, wherever from, and nobody else is", async () => {
  await stopClock();
  const [ann, ben] = [await createPerson(), await createPerson()];
  const obtained = await obtainCode(ann, await ann.createOrganization());
  const other = await obtainCode(ben, await ben.createOrganization());
  const statuses = [];
  for (let sent = 0; sent < 180; sent++) {
    statuses.push((await exchange(obtained, { code: `${obtained.code}${sent}` })).status);
  }
  expect(new Set(statuses)).toEqual(new Set([400]));
  expect((await exchange(obtained)).body).toMatchObject({ error: "temporarily_unavailable" });
  expect((await exchange(other)).status).toBe(200);
});

test("a page of any site may ask, as a client that runs in a browser does", async () => {
  const origin = "https://inspector.example.org";
  const { headers } = await post("grant_type=refresh_token&client_id=x", { origin });
  expect(headers.get("access-control-allow-origin")).toBe(origin);
  const registered = await register("{}", { origin });
  expect(registered.headers.get("access-control-allow-origin")).toBe("*");
});
