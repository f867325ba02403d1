import { expect, test } from "vitest";
import { newId } from "#ids.ts";
import { parseKeyRing } from "#lib/key-ring.ts";
import { makeKey } from "#organization/keys/key-format.ts";
import { codeOf } from "#tests/refusal.ts";
import { readCredential } from "./read-credential.ts";

const ring = parseKeyRing(`1:${"0123456789abcdef".repeat(4)}`);
const organization = newId("org");
const key = makeKey(organization, ring);

const refuse = (headers: Record<string, string>) => codeOf(() => readCredential(new Headers(headers), ring));

const accepted: Record<string, string>[] = [
  { "x-api-key": key },
  { "x-api-key": ` ${key} ` },
  { authorization: `Bearer ${key}` },
  { authorization: `bearer  ${key} ` },
  { "x-api-key": key, authorization: `Bearer ${key}` },
  { "x-api-key": key, authorization: "Basic dXNlcjpwYXNz" },
];

test.each(accepted)("%j names its organization", (headers) => {
  expect(readCredential(new Headers(headers), ring)).toEqual({ kind: "key", value: key, organization });
});

test("two keys of one organization are fine, and the first counts", () => {
  const other = makeKey(organization, ring);
  expect(
    readCredential(new Headers({ "x-api-key": other, authorization: `Bearer ${key}` }), ring).value,
  ).toBe(other);
});

test("two credentials of different organizations are refused", async () => {
  const stranger = makeKey(newId("org"), ring);
  expect(await refuse({ "x-api-key": key, authorization: `Bearer ${stranger}` })).toBe("invalid_key");
});

test("a good credential does not cover for a bad one", async () => {
  expect(await refuse({ "x-api-key": key, authorization: "Bearer api_123" })).toBe("invalid_key");
  expect(await refuse({ "x-api-key": "api_123", authorization: `Bearer ${key}` })).toBe("invalid_key");
});

test("no credential is told apart from a bad one", async () => {
  expect(await refuse({})).toBe("missing_credential");
  expect(await refuse({ authorization: "Basic dXNlcjpwYXNz" })).toBe("missing_credential");
  expect(await refuse({ authorization: "Bearer" })).toBe("missing_credential");
  expect(await refuse({ "x-api-key": "" })).toBe("invalid_key");
});
