import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { version } from "#lib/version.ts";

test("the version that the product tells is the package's", () => {
  expect(JSON.parse(readFileSync("package.json", "utf8"))).toMatchObject({ version });
});
