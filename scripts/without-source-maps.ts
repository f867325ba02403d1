import { readFileSync } from "node:fs";

/** Loads what is under `folder` without its source maps: of a package that ships maps and not the sources, Vite warns file by file. */
export const withoutSourceMaps = (folder: string) => ({
  name: "without-source-maps",
  enforce: "pre" as const,
  load: (id: string) =>
    id.includes(folder) ? { code: readFileSync(id.replace(/\?.*$/, ""), "utf8"), map: null } : null,
});
