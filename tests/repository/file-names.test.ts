import { basename, dirname } from "node:path";
import { expect, test } from "vitest";
import { listFiles } from "./list-files.ts";

const files = listFiles();
const sources = files.filter((path) =>
  /^(workers|views|dashboard|sandbox|scripts|bench|tests)\/.*\.(tsx?|css)$/.test(path),
);

/** Places where a framework gives the names. */
const named = /^dashboard\/(app\/routes|functions)\//;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const KEBAB_FILE = /^[a-z0-9]+(-[a-z0-9]+)*(\.(server|client|config|test|d))*\.(tsx?|css)$/;

test("no folder or file is named for being left over", () => {
  const leftOver = files.filter((path) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.[a-z.]+$)/.test(path));
  expect(leftOver).toEqual([]);
});

test("source files and their folders are named in kebab-case", () => {
  const odd = sources.filter(
    (path) =>
      !named.test(path) &&
      !(
        KEBAB_FILE.test(basename(path)) &&
        dirname(path)
          .split("/")
          .every((folder) => KEBAB.test(folder))
      ),
  );
  expect(odd).toEqual([]);
});
