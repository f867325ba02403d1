import { expect, test } from "vitest";
import { toOwnPath } from "./redirects.ts";

test.each(["/", "/sunny-stays/keys?dialog=new", "/account#sessions"])("%s is an address of ours", (path) => {
  expect(toOwnPath(path)).toBe(path);
});

test.each([
  null,
  "",
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/x/..//evil.example",
  "javascript:alert(1)",
])("%s is none, and leads to the start page", (path) => {
  expect(toOwnPath(path)).toBe("/");
});
