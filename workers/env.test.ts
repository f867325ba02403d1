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

const wrong: [string, object, string][] = [
  ["a missing key ring", { KEY_RING: undefined }, "KEY_RING: is missing"],
  ["a weak key ring", { KEY_RING: "1:hunter2" }, "openssl rand -hex 32"],
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
