import { expect, test } from "vitest";
import { decodeForm } from "./decode-form.ts";

test("brackets make objects and arrays, in the order of their numbers", () => {
  expect(
    decodeForm("a=1&items[1][price]=b&items[0][price]=a&items[0][deep][er]=x&expand[]=y&expand[]=z"),
  ).toEqual({ a: "1", items: [{ price: "a", deep: { er: "x" } }, { price: "b" }], expand: ["y", "z"] });
});

test("empty brackets stay with one item until a field comes again", () => {
  expect(decodeForm("items[][price]=a&items[][quantity]=2&items[][price]=b")).toEqual({
    items: [{ price: "a", quantity: "2" }, { price: "b" }],
  });
});

test("metadata may have numbers for keys", () => {
  expect(decodeForm("metadata[0]=a&metadata[7]=b&x[metadata][1]=c")).toEqual({
    metadata: { 0: "a", 7: "b" },
    x: { metadata: { 1: "c" } },
  });
});

test("an empty value stays an empty string, and the later of two holds", () => {
  expect(decodeForm("name=&email=a&email=b&metadata=")).toEqual({ name: "", email: "b", metadata: "" });
});

test("names that are no names are refused, and none reaches a prototype", () => {
  const deep = `a${"[b]".repeat(5000)}=1`;
  for (const form of [
    deep,
    `a${"[".repeat(5000)}=1`,
    "[a]=1",
    "a[b=1",
    "a]=1",
    "a=1&a[b]=2",
    "a[b]=1&a=2",
    "=1",
  ])
    expect(() => decodeForm(form), form.slice(0, 20)).toThrow("Invalid parameter name");
  const decoded = decodeForm("__proto__[polluted]=1&constructor[prototype][polluted]=1");
  expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});
