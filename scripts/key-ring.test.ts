import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parseKeyRing } from "#lib/key-ring.ts";
import { addSecret, getKeyRing } from "./key-ring.ts";

function makeFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "key-ring");
}

test("the ring is made once, strong, and readable to its owner only", () => {
  const file = makeFile();
  const ring = getKeyRing(file);
  expect(parseKeyRing(ring).current).toBe(1);
  expect(getKeyRing(file)).toBe(ring);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("a new secret comes in front and the older ones stay", () => {
  const file = makeFile();
  const before = getKeyRing(file);
  addSecret(file);
  const after = getKeyRing(file);
  expect(after).toMatch(/^2:[0-9a-f]{64},1:/);
  expect(after.endsWith(before)).toBe(true);
  expect(parseKeyRing(after).derive(1, "cursor")).toEqual(parseKeyRing(before).derive(1, "cursor"));
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("ids go round, and one that is taken is not given again", () => {
  const file = makeFile();
  const secret = "0123456789abcdef".repeat(4);
  writeFileSync(file, `15:${secret},0:${secret}`);
  addSecret(file);
  expect(parseKeyRing(readFileSync(file, "utf8").trim()).current).toBe(1);
});

test("a full ring is refused and stays as it is", () => {
  const file = makeFile();
  const full = Array.from({ length: 16 }, (_, id) => `${id}:${"0123456789abcdef".repeat(4)}`).join(",");
  writeFileSync(file, full);
  expect(() => addSecret(file)).toThrow("All ids");
  expect(readFileSync(file, "utf8")).toBe(full);
});
