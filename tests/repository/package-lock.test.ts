import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});
const { packages } = Lock.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));

/** Looks where Node would: beside the package that asks, then in each folder above it. */
function isLocked(from: string, name: string): boolean {
  const place = from === "" ? `node_modules/${name}` : `${from}/node_modules/${name}`;
  if (place in packages) return true;
  return from !== "" && isLocked(from.slice(0, Math.max(0, from.lastIndexOf("/"))), name);
}

test("the lock names every platform's binaries, so that `npm ci` works on all of them", () => {
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(from, name))
      .map((name) => `${from || "package.json"} → ${name}`),
  );
  expect(missing).toEqual([]);
});
