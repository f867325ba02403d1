import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listFiles } from "./list-files.ts";
import { readLinks } from "./read-links.ts";

const pages = listFiles().filter((path) => path === "README.md" || /^docs\/.*\.md$/.test(path));

test("every relative link of the documentation leads to a file", () => {
  const broken = pages.flatMap((page) =>
    readLinks(readFileSync(page, "utf8"), page)
      .filter(({ path }) => !existsSync(path))
      .map(({ path }) => `${page} → ${path}`),
  );
  expect(broken).toEqual([]);
});
