import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { listFiles } from "./list-files.ts";

/** Absolute paths of somebody's machine, and names of private tools' folders. */
const LOCAL = /(?<![\w.~}])\/(?:work|home|root|Users)\/|(?<!\w)[.]library\b/;
const TEMPORARY = /(?<![\w.~}])\/tmp\//;

test("no file names a path of the machine it was written on", () => {
  const local = listFiles().filter((path) => {
    const text = readFileSync(path, "utf8");
    const isTest = path.startsWith("tests/") || path.includes(".test.");
    return LOCAL.test(text) || (!isTest && TEMPORARY.test(text));
  });
  expect(local).toEqual([]);
});
