import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { decrypt, decryptText, encrypt, encryptText } from "./encryption.ts";

const key = randomBytes(32);

test("what was encrypted opens with the same key and context", () => {
  expect(decryptText(key, encryptText(key, "Zoë's key: 🔑", "here"), "here")).toBe("Zoë's key: 🔑");
});

test("the same text never looks the same twice", () => {
  expect(encryptText(key, "text", "here")).not.toBe(encryptText(key, "text", "here"));
});

test("another key opens nothing", () => {
  const sealed = encryptText(key, "text", "here");
  expect(() => decryptText(randomBytes(32), sealed, "here")).toThrow();
});

test("another context opens nothing", () => {
  const sealed = encryptText(key, "text", "org_1/con_1/credential");
  expect(() => decryptText(key, sealed, "org_1/con_1/token")).toThrow();
});

test("a single changed bit anywhere opens nothing", () => {
  const sealed = encrypt(key, Buffer.from("text"), "here");
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Uint8Array.from(sealed, (byte, at) => (at === index ? byte ^ 1 : byte));
    expect(() => decrypt(key, changed, "here")).toThrow();
  }
});

test("a cut text opens nothing", () => {
  const sealed = encrypt(key, Buffer.from("text"), "here");
  for (const length of [0, 11, 12, 27, sealed.length - 1]) {
    expect(() => decrypt(key, sealed.subarray(0, length), "here")).toThrow();
  }
});
