import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { getConfig } from "#env.ts";
import { codeOf } from "#tests/refusal.ts";
import { requireOrigin } from "./require-origin.ts";

const check = (apiUrl: string, headers: Record<string, string>, allowedOrigins: string[] = []) =>
  requireOrigin(new Request(`${apiUrl}/mcp`, { headers }), { ...getConfig(env), apiUrl, allowedOrigins });

const local = "http://127.0.0.1:8787";
const allowed: [string, Record<string, string>][] = [
  [local, { host: "127.0.0.1:8787" }],
  [local, { host: "localhost:8787", origin: "http://localhost:3000" }],
  ["https://api.test", { host: "api.test" }],
  ["https://api.test", { host: "api.test", origin: "https://api.test" }],
  ["https://api.test", { host: "api.test", origin: "https://app.test" }],
];

test.each(allowed)("%s takes %j", (apiUrl, headers) => {
  expect(() => check(apiUrl, headers, ["app.test"])).not.toThrow();
});

const refused: [string, Record<string, string>][] = [
  [local, { host: "rebound.test:8787" }],
  [local, { host: "127.0.0.1:8787", origin: "https://evil.test" }],
  ["https://api.test", { host: "localhost" }],
  ["https://api.test", { host: "api.test", origin: "http://localhost:3000" }],
  ["https://api.test", { host: "api.test", origin: "null" }],
  ["https://api.test", {}],
];

test.each(refused)("%s refuses %j", async (apiUrl, headers) => {
  expect(await codeOf(() => check(apiUrl, headers, ["app.test"]))).toBe("origin_not_allowed");
});
