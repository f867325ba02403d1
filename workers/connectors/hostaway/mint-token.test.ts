import { expect, test } from "vitest";
import { z } from "zod";
import type { UpstreamAnswer } from "#connectors/define-connector.ts";
import { NOW } from "./fake-upstream.ts";
import { HostawayCredential, mintToken } from "./mint-token.ts";

const credential = { accountId: "12345", secretKey: "s3cret&=" };
const answering = (answer: Partial<UpstreamAnswer>) => async () => ({
  status: 200,
  body: undefined,
  text: "",
  ...answer,
});
const token = { token_type: "Bearer", expires_in: 63_072_000, access_token: "jwt" };

test("sends the documented form and believes how long the token lives", async () => {
  const sent: { path: string; init: RequestInit }[] = [];
  const minted = await mintToken(
    credential,
    async (path, init) => {
      sent.push({ path, init });
      return { status: 200, body: token, text: "" };
    },
    NOW,
  );
  expect(minted).toEqual({ value: "jwt", expiresAt: NOW + 63_072_000_000, usableAfter: 1_000 });
  expect(sent[0]).toMatchObject({
    path: "/accessTokens",
    init: {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "grant_type=client_credentials&client_id=12345&client_secret=s3cret%26%3D&scope=general",
    },
  });
});

test("takes an enveloped token too", async () => {
  const body = { status: "success", result: { ...token, expires_in: "15897600" } };
  const minted = await mintToken(credential, answering({ body }), NOW);
  expect(minted).toMatchObject({ value: "jwt", expiresAt: NOW + 15_897_600_000 });
});

test.each<[string, Partial<UpstreamAnswer>]>([
  ["connection_invalid", { status: 400 }],
  ["connection_invalid", { status: 401, body: { error: "invalid_client" } }],
  ["connection_invalid", { status: 403 }],
  ["connection_invalid", { status: 200, body: { status: "fail", message: "Client authentication failed" } }],
  ["upstream_busy", { status: 429, retryAfterSeconds: 7 }],
  ["upstream_unavailable", { status: 500, body: { status: "fail" } }],
  ["upstream_unavailable", { status: 302 }],
  ["upstream_unavailable", { status: 200 }],
  ["upstream_unavailable", { status: 200, body: { access_token: "", expires_in: 5 } }],
])("throws %s for %o", async (code, answer) => {
  const minting = mintToken(credential, answering(answer), NOW);
  await expect(minting).rejects.toMatchObject({
    code,
    message: expect.not.stringContaining(credential.secretKey),
    details: answer.retryAfterSeconds ? { retryAfterSeconds: 7 } : {},
  });
});

test("the form trims what is pasted, wants a numeric account and marks the secret", () => {
  expect(HostawayCredential.parse({ accountId: " 12345 ", secretKey: " abc\n" })).toEqual({
    accountId: "12345",
    secretKey: "abc",
  });
  expect(HostawayCredential.safeParse({ accountId: "ACC_1", secretKey: "abc" }).success).toBe(false);
  expect(z.toJSONSchema(HostawayCredential, { io: "input" }).properties).toMatchObject({
    accountId: { title: "Account ID", description: expect.any(String) },
    secretKey: { title: "API secret key", secret: true },
  });
});
