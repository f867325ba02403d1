import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { errorCatalogue } from "#errors.ts";
import { makeErrorPages } from "#scripts/error-pages.ts";

const folder = "docs/errors";
const pages = makeErrorPages();

test("every error code has a page, and no page is without a code", () => {
  const names = ["README.md", ...Object.keys(errorCatalogue).map((code) => `${code}.md`)];
  expect(readdirSync(folder).sort()).toEqual(names.sort());
});

test.each([...pages])("docs/errors/%s is what `npm run docs` writes", (name, text) => {
  expect(readFileSync(`${folder}/${name}`, "utf8")).toBe(text);
});
