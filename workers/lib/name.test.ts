import { expect, test } from "vitest";
import { Name } from "./name.ts";

const good = ["Ann", "Küste & Meer", "山田太郎", "محمد", "👩‍👩‍👧 Family", "O'Neill-Ørsted", "x".repeat(100)];

test.each(good)("%s is a name", (name) => {
  expect(Name.parse(`  ${name} `)).toBe(name);
});

const bad: [string, string][] = [
  ["nothing", ""],
  ["spaces", " \u00a0\u3000 "],
  ["only joiners", "\u200d\u200d"],
  ["only a word joiner and a soft hyphen", "\u2060\u00ad"],
  ["only a Hangul filler", "\u3164"],
  ["only a variation selector", "\ufe0f"],
  ["a line break", "Ann\nBen"],
  ["a zero byte", "Ann\u0000"],
  ["a right-to-left override", "Ann\u202e"],
  ["a right-to-left mark", "Ann\u200f"],
  ["an Arabic letter mark", "Ann\u061c"],
  ["an isolate", "\u2067Ann"],
  ["101 characters", "x".repeat(101)],
];

test.each(bad)("%s is no name", (_, name) => {
  expect(Name.safeParse(name).success).toBe(false);
});
