import { expect, test } from "vitest";
import { newId, toLocator } from "#ids.ts";
import { parseKeyRing } from "#lib/key-ring.ts";
import { findKeyOrganization, hashKey, makeKey } from "./key-format.ts";

const newer = "0123456789abcdef".repeat(4);
const older = "fedcba9876543210".repeat(4);
const ring = parseKeyRing(`2:${newer},1:${older}`);
const organization = newId("org");
const key = makeKey(organization, ring);

test("a key is api_ and 32 bytes: version and ring id, locator, random, tag", () => {
  expect(key).toMatch(/^api_[0-9a-f]{64}$/);
  const bytes = Buffer.from(key.slice(4), "hex");
  expect(bytes[0]).toBe(0x12);
  expect(bytes.subarray(1, 9)).toEqual(Buffer.from(toLocator(organization)));
  expect(findKeyOrganization(key, ring)).toBe(organization);
});

test("no two keys are alike", () => {
  const keys = Array.from({ length: 200 }, () => makeKey(organization, ring));
  expect(new Set(keys).size).toBe(200);
  expect(new Set(keys.map(hashKey)).size).toBe(200);
});

test("a key with any one of its characters changed is refused", () => {
  for (let index = 0; index < key.length; index += 1) {
    for (const other of ["0", "7", "f", "g", "A", " "]) {
      if (key[index] === other) continue;
      const changed = `${key.slice(0, index)}${other}${key.slice(index + 1)}`;
      expect(findKeyOrganization(changed, ring), `${other} at ${index}`).toBeNull();
    }
  }
});

const malformed = [
  "",
  "api_",
  key.slice(0, -1),
  `${key}0`,
  key.toUpperCase(),
  key.slice(4),
  ` ${key}`,
  `${key}\n`,
];

test.each(malformed)("%j is no key", (text) => {
  expect(findKeyOrganization(text, ring)).toBeNull();
});

test("a key outlives a rotation of the ring, until its secret is gone", () => {
  const before = makeKey(organization, parseKeyRing(`1:${older}`));
  expect(findKeyOrganization(before, ring)).toBe(organization);
  expect(findKeyOrganization(before, parseKeyRing(`2:${newer}`))).toBeNull();
});

test("a key that claims another ring secret than it was tagged with is refused", () => {
  expect(findKeyOrganization(key.replace("api_12", "api_11"), ring)).toBeNull();
});
