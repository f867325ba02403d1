import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { getConfig } from "./env.ts";

test("settings are parsed once", () => {
  expect(getConfig(env)).toBe(getConfig(env));
});

test("addresses lose their last slash and lists are split", () => {
  const config = getConfig({
    ...env,
    API_URL: "https://latchkey.test//",
    ALLOWED_ORIGINS: " app.test, ,other.test ",
    HOSTAWAY_REQUESTS_PER_10_SECONDS: "40",
  });
  expect(config).toMatchObject({
    apiUrl: "https://latchkey.test",
    allowedOrigins: ["app.test", "other.test"],
    upstreams: { hostaway: { requestsPer10Seconds: 40 } },
  });
});

test("signing in at a provider is on with both halves of its client, and off otherwise", () => {
  const on = { GOOGLE_CLIENT_ID: "id", GOOGLE_CLIENT_SECRET: "secret", GOOGLE_URL: "https://relay.test/" };
  const half = { GITHUB_CLIENT_ID: "id", GITHUB_CLIENT_SECRET: undefined };
  expect(getConfig({ ...env, ...on, ...half }).signInProviders).toEqual({
    google: { clientId: "id", clientSecret: "secret", url: "https://relay.test" },
    github: undefined,
  });
});

const wrong: [string, object, string][] = [
  ["a missing key ring", { KEY_RING: undefined }, "KEY_RING: is missing"],
  ["an empty key ring", { KEY_RING: "" }, "KEY_RING must be"],
  ["a weak key ring", { KEY_RING: "1:hunter2" }, "KEY_RING must be"],
  ["a guessable key ring", { KEY_RING: `1:${"ab".repeat(32)}` }, "KEY_RING holds a guessable secret"],
  ["an address that is none", { API_URL: "latchkey" }, "API_URL"],
  [
    "a limit that is no number",
    { HOSTAWAY_REQUESTS_PER_10_SECONDS: "many" },
    "HOSTAWAY_REQUESTS_PER_10_SECONDS",
  ],
];

test.each(wrong)("%s is refused by name, and not quoted", (_, change, message) => {
  const parse = () => getConfig({ ...env, ...change });
  expect(parse).toThrow(message);
  expect(parse).not.toThrow("hunter2");
});

const unfit: [string, object][] = [
  ["that is missing", { KEY_RING: undefined }],
  ["that is empty", { KEY_RING: "" }],
  ["that is too short", { KEY_RING: "1:hunter2" }],
  ["of zeros", { KEY_RING: `1:${"0".repeat(64)}` }],
];

test.each(unfit)("the refusal of a key ring %s says how to make one", (_, change) => {
  expect(() => getConfig({ ...env, ...change })).toThrow('Make one with: echo "1:$(openssl rand -hex 32)"');
});
