import { expect, test } from "vitest";
import { toCanonicalJson } from "./canonical-json.ts";

test("the order of fields and empty fields make no difference, at any depth", () => {
  expect(toCanonicalJson({ b: [{ y: 1, x: null }], a: undefined, c: "1" })).toBe('{"b":[{"y":1}],"c":"1"}');
  expect(toCanonicalJson({ c: "1", b: [{ y: 1 }] })).toBe('{"b":[{"y":1}],"c":"1"}');
});

test("the order of a list, types and values make one", () => {
  const texts = [{ a: [1, 2] }, { a: [2, 1] }, { a: ["1", 2] }, { a: [1, 2, null] }].map(toCanonicalJson);
  expect(new Set(texts).size).toBe(4);
});
