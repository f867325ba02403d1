import { expect, test } from "vitest";
import { Slug, toSlug } from "./slug.ts";

test.each(["abc", "ann-s-homes", "4-seasons", "a".repeat(60)])("%s is a slug", (slug) => {
  expect(Slug.parse(slug)).toBe(slug);
});

test.each([
  "ab",
  "a".repeat(61),
  "Ann",
  "ann_s",
  "-ann",
  "ann-",
  "a--b",
  "küste",
  "a/b",
  "admin",
  "accept-invitation",
  "sign-in",
  "mcp",
])("%s is no slug", (slug) => {
  expect(Slug.safeParse(slug).success).toBe(false);
});

test.each([
  ["Küste & Meer", /^kuste-meer-[0-9a-f]{8}$/],
  ["Admin", /^admin-[0-9a-f]{8}$/],
  ["民宿", /^[0-9a-f]{8}$/],
  ["x ".repeat(50), /^(x-)+[0-9a-f]{8}$/],
])("%s gets a slug of its own", (name, form) => {
  const slug = toSlug(name);
  expect(slug).toMatch(form);
  expect(Slug.parse(slug)).toBe(slug);
  expect(toSlug(name)).not.toBe(slug);
});
