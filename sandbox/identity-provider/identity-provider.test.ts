import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { advance, request, resetSandbox, worker } from "#sandbox/testing.ts";
import { githubClient, googleClient } from "./clients.ts";

const VERIFIER = "v".repeat(64);
const challenge = createHash("sha256").update(VERIFIER).digest("base64url");

const providers = [
  {
    name: "google",
    client: googleClient,
    authorize: "/identity-provider/google/o/oauth2/v2/auth",
    token: "/identity-provider/google/token",
    user: "/identity-provider/google/v1/userinfo",
    refusals: { secret: [401, "invalid_client"], code: [400, "invalid_grant"] },
  },
  {
    name: "github",
    client: githubClient,
    authorize: "/identity-provider/github/login/oauth/authorize",
    token: "/identity-provider/github/login/oauth/access_token",
    user: "/identity-provider/github/api/user",
    refusals: { secret: [200, "incorrect_client_credentials"], code: [200, "bad_verification_code"] },
  },
] as const;
type Provider = (typeof providers)[number];

const toRedirect = ({ client }: Provider) => `https://app.example.com${client.callback}`;

async function post(path: string, fields: Record<string, string>, headers = {}) {
  const response = await worker.fetch(`http://sandbox${path}`, {
    method: "POST",
    headers: { "User-Agent": "test", ...headers },
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
  return { status: response.status, headers: response.headers, text: await readText(response) };
}

/** `text()` warns about a form, which it takes for no text. */
async function readText(response: Response): Promise<string> {
  return new TextDecoder().decode(await response.arrayBuffer());
}

function toAddress(provider: Provider, change: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: provider.client.id,
    redirect_uri: toRedirect(provider),
    response_type: "code",
    scope: "openid email",
    state: "state-1",
    code_challenge: challenge,
    code_challenge_method: "S256",
    ...change,
  });
  return `${provider.authorize}?${query}`;
}

async function consent(provider: Provider, decision: Record<string, string>): Promise<URLSearchParams> {
  const { headers } = await post(toAddress(provider), decision);
  return new URL(headers.get("location") ?? "").searchParams;
}

async function getCode(provider: Provider): Promise<string> {
  const back = await consent(provider, { email: "ada@example.com", name: "Ada", verified: "yes" });
  return back.get("code") ?? "";
}

async function redeem(provider: Provider, code: string, change: Record<string, string> = {}) {
  const { client, token } = provider;
  const { status, text } = await post(
    token,
    {
      client_id: client.id,
      client_secret: client.secret,
      redirect_uri: toRedirect(provider),
      grant_type: "authorization_code",
      code,
      code_verifier: VERIFIER,
      ...change,
    },
    { Accept: "application/json" },
  );
  return [status, JSON.parse(text)] as const;
}

test.each(providers)("the page of $name lets a person choose without any script", async (provider) => {
  const { status, text } = await request(toAddress(provider));
  expect(status).toBe(200);
  expect(text).toContain('<form method="post">');
  expect(text).toContain("unconfirmed@example.com, not verified");
  expect(text).not.toContain("<script");
});

test.each(providers)("a code of $name buys one token, which tells who it is", async (provider) => {
  const code = await getCode(provider);
  const [status, { access_token }] = await redeem(provider, code);
  expect(status).toBe(200);
  const headers = { Authorization: `Bearer ${access_token}`, "User-Agent": "test" };
  const { text } = await request(provider.user, { headers });
  expect(JSON.parse(text)).toMatchObject({ email: "ada@example.com", name: "Ada" });
  const [, error] = provider.refusals.code;
  expect((await redeem(provider, code))[1]).toMatchObject({ error });
});

const wrong: [string, "code" | "secret", Record<string, string>][] = [
  ["a wrong secret", "secret", { client_secret: "guessed" }],
  ["another client", "secret", { client_id: "other" }],
  ["a wrong verifier", "code", { code_verifier: "w".repeat(64) }],
  ["another address", "code", { redirect_uri: "https://evil.example/callback" }],
  ["a made-up code", "code", { code: "made-up" }],
];

test.each(wrong)("%s buys nothing", async (_, kind, change) => {
  for (const provider of providers) {
    const [status, body] = await redeem(provider, await getCode(provider), change);
    const [expected, error] = provider.refusals[kind];
    expect([status, body.error], provider.name).toEqual([expected, error]);
    expect(body).not.toHaveProperty("access_token");
  }
});

test("without a verifier a code that was asked for with a challenge buys nothing, and an old code neither", async () => {
  const [google] = providers;
  expect((await redeem(google, await getCode(google), { code_verifier: "" }))[0]).toBe(400);
  const code = await getCode(google);
  await advance("11m");
  expect((await redeem(google, code))[0]).toBe(400);
  await resetSandbox();
});

test.each(providers)("$name never sends anybody to an address that is not registered", async (provider) => {
  const changes: Record<string, string>[] = [
    { redirect_uri: "https://evil.example/" },
    { client_id: "other" },
    { redirect_uri: "not an address" },
    { response_type: "token" },
  ];
  for (const change of changes) {
    const address = toAddress(provider, change);
    const answers = [await request(address), await post(address, { email: "ada@example.com" })];
    for (const { status, headers } of answers) expect([status, headers.get("location")]).toEqual([400, null]);
  }
});

test.each(providers)(
  "whoever cancels at $name is sent back with access_denied and the state",
  async (provider) => {
    const back = await consent(provider, { deny: "yes" });
    expect(Object.fromEntries(back)).toEqual({ error: "access_denied", state: "state-1" });
  },
);

test("GitHub says apart which addresses are confirmed, answers forms, and wants to know who asks", async () => {
  const [, github] = providers;
  const back = await consent(github, { email: "una@example.com" });
  const [, { access_token }] = await redeem(github, back.get("code") ?? "");
  const headers = { Authorization: `Bearer ${access_token}` };
  const emails = await request(`${github.user}/emails`, { headers: { ...headers, "User-Agent": "test" } });
  expect(JSON.parse(emails.text)).toContainEqual(
    expect.objectContaining({ email: "una@example.com", primary: true, verified: false }),
  );
  expect((await request(github.user, { headers })).status).toBe(403);
  const form = await post(github.token, { code: "made-up" });
  expect(form.text).toBe("error=incorrect_client_credentials");
});

test.each(providers)("a made-up token tells nothing at $name", async ({ user }) => {
  const headers = { Authorization: "Bearer made-up", "User-Agent": "test" };
  expect((await request(user, { headers })).status).toBe(401);
});
