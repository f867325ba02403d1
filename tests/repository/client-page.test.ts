import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeClientPage } from "#scripts/client-page.ts";

test("the page on clients is made from the catalogue", () => {
  expect(readFileSync("docs/client-setups.md", "utf8"), "npm run docs").toBe(makeClientPage());
});
