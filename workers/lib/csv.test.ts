import { expect, test } from "vitest";
import { toCsvLine } from "./csv.ts";

test("texts are quoted, quotes are doubled, and nothing is an empty cell", () => {
  expect(toCsvLine(['say "hi", then\ngo', 7, true, null, ""])).toBe('"say ""hi"", then\ngo",7,true,,""\r\n');
});

const formulas = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "＝1",
  '=HYPERLINK("http://example.com")',
];

test.each(formulas)("a spreadsheet does not calculate %j", (text) => {
  expect(toCsvLine([text])).toBe(`"'${text.replaceAll('"', '""')}"\r\n`);
});

test("numbers and texts that only contain a sign stay as they are", () => {
  expect(toCsvLine([-5, "a=b", "x@example.com"])).toBe('-5,"a=b","x@example.com"\r\n');
});
