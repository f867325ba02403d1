import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { z } from "zod";

const CLIENT = "dashboard/build/client";
const MAX_BYTES = 120 * 1024;

const Part = z.object({ module: z.string(), imports: z.array(z.string()).default([]) });
const Manifest = z.object({ entry: Part, routes: z.record(z.string(), Part) });

/** What Remix tells the browser of the built routes. */
function readManifest() {
  const name = readdirSync(`${CLIENT}/assets`).find((file) => /^manifest-.*\.js$/.test(file));
  const text = readFileSync(`${CLIENT}/assets/${name}`, "utf8");
  return Manifest.parse(JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)));
}

test("the scripts of the overview are 120 KB at most when they arrive", () => {
  const { entry, routes } = readManifest();
  const ids = ["root", "routes/$organization", "routes/$organization._index"];
  const parts = [entry, ...ids.map((id) => Part.parse(routes[id]))];
  const scripts = new Set(parts.flatMap(({ module, imports }) => [module, ...imports]));
  const sizes = [...scripts].map((path) => gzipSync(readFileSync(CLIENT + path)).length);
  expect(sizes.length).toBeGreaterThan(ids.length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MAX_BYTES);
});
