import { expect, test } from "vitest";
import { parseKeyRing } from "./key-ring.ts";

const newer = "0123456789abcdef".repeat(4);
const older = "fedcba9876543210".repeat(4);

test("the first secret makes new things and the others still work", () => {
  const ring = parseKeyRing(`2:${newer}, 1:${older}`);
  expect(ring.current).toBe(2);
  expect(ring.derive(2, "cursor")).toHaveLength(32);
  expect(ring.derive(1, "cursor")).toHaveLength(32);
  expect(ring.derive(3, "cursor")).toBeUndefined();
});

test("each secret and each purpose has a key of its own, the same every time", () => {
  const [ring, again] = [parseKeyRing(`2:${newer},1:${older}`), parseKeyRing(`1:${older},2:${newer}`)];
  const keys = [1, 2].flatMap((id) =>
    (["api-key-tag", "data-key-wrap", "cursor"] as const).map((purpose) => [
      Buffer.from(ring.derive(id, purpose) ?? []).toString("hex"),
      Buffer.from(again.derive(id, purpose) ?? []).toString("hex"),
    ]),
  );
  expect(new Set(keys.flat()).size).toBe(6);
  for (const [one, other] of keys) expect(one).toBe(other);
  expect(keys.flat()).not.toContain(newer);
});

const weak: [string, string][] = [
  ["nothing", ""],
  ["a secret without an id", newer],
  ["a secret that is too short", `1:${newer.slice(1)}`],
  ["a secret that is too long", `1:${newer}0`],
  ["a secret that is not hexadecimal", `1:${"x".repeat(64)}`],
  ["a secret of zeros", `1:${"0".repeat(64)}`],
  ["a secret of few digits", `1:${"0123".repeat(16)}`],
  ["an id that does not fit into four bits", `16:${newer}`],
  ["an entry that is missing", `1:${newer},`],
  ["one weak entry among good ones", `2:${newer},1:${"a".repeat(64)}`],
];

test.each(weak)("%s is refused with help, and is not quoted", (_, text) => {
  const parse = () => parseKeyRing(text);
  expect(parse).toThrow("openssl rand -hex 32");
  try {
    parse();
  } catch (error) {
    if (text.length > 10) expect(String(error)).not.toContain(text.slice(2, 40));
  }
});
