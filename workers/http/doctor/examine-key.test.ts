import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { getConfig } from "#env.ts";
import { newId } from "#ids.ts";
import { makeKey } from "#organization/keys/key-format.ts";
import { examineKey } from "./examine-key.ts";

const { keyRing } = getConfig(env);
const organization = newId("org");
const key = makeKey(organization, keyRing);
const titleOf = (given: string) => examineKey(given, organization, keyRing)?.title;

test("a key of the organization has nothing wrong with it as it stands", () => {
  expect(examineKey(key, organization, keyRing)).toBeNull();
});

test("a key of another organization is told from one that was never issued", () => {
  expect(titleOf(makeKey(newId("org"), keyRing))).toBe("A key of another organization");
  expect(titleOf(`api_${"0".repeat(64)}`)).toBe("Unknown key");
  expect(titleOf(key.slice(0, -1) + (key.endsWith("0") ? "1" : "0"))).toBe("Unknown key");
});

test.each([
  [key.slice(0, -1), "The key is cut off"],
  ["api_", "The key is cut off"],
  [`${key}0`, "Not a whole key"],
  [`api_…${key.slice(-4)}`, "A masked key"],
  ["$LATCHKEY_KEY", "No key yet"],
  [`\${env:LATCHKEY_KEY}`, "No key yet"],
  ["correct horse battery", "Not a key"],
  [" ", "Not a key"],
])("%j: %s", (given, title) => {
  expect(titleOf(given)).toBe(title);
});

test.each([
  ` ${key}`,
  `${key}\n`,
  `"${key}"`,
  `'${key}',`,
  `“${key}”`,
  `Bearer ${key}`,
  `X-API-Key: ${key}`,
  `"X-API-Key": "${key}"`,
  `Authorization: Bearer ${key}`,
  `${key.slice(0, 20)}\n  ${key.slice(20)}`,
])("what was pasted along with a key is found: %#", (given) => {
  expect(titleOf(given)).toBe("More than the key");
});

test("nothing of what was entered is said back", () => {
  for (const given of [
    key.slice(0, -1),
    `"${key}"`,
    makeKey(newId("org"), keyRing),
    "correct horse battery",
  ]) {
    expect(JSON.stringify(examineKey(given, organization, keyRing))).not.toContain(given.slice(4, 14));
  }
});
