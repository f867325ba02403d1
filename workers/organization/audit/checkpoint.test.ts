import { expect, test } from "vitest";
import { newId } from "#ids.ts";
import { parseKeyRing } from "#lib/key-ring.ts";
import { isGenuine, signCut } from "./checkpoint.ts";

const [newer, older] = [`2:${"0123456789abcdef".repeat(4)}`, `1:${"fedcba9876543210".repeat(4)}`];
const cut = { seq: 4, hash: "hash", at: 1_800_000_000_000, count: 4 };

test("a checkpoint stays genuine while its secret is in the ring, and no longer", () => {
  const id = newId("org");
  const checkpoint = signCut(id, parseKeyRing(older), cut);
  expect(isGenuine(id, parseKeyRing(`${newer},${older}`), checkpoint)).toBe(true);
  expect(isGenuine(id, parseKeyRing(newer), checkpoint)).toBe(false);
});

test("signed again, a checkpoint outlives the secret that it was signed with", () => {
  const id = newId("org");
  const checkpoint = signCut(id, parseKeyRing(older), cut);
  const renewed = signCut(id, parseKeyRing(`${newer},${older}`), checkpoint);
  expect(renewed).toMatchObject({ ...cut, ringId: 2 });
  expect(isGenuine(id, parseKeyRing(newer), renewed)).toBe(true);
});

test("a checkpoint is genuine for its organization only", () => {
  const ring = parseKeyRing(newer);
  expect(isGenuine(newId("org"), ring, signCut(newId("org"), ring, cut))).toBe(false);
});
