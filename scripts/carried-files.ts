import { readFileSync } from "node:fs";

/** For Vite, what the rules in wrangler.toml say: texts and pictures are modules that hold their content. */
export const carriedFiles = {
  name: "carried-files",
  enforce: "pre" as const,
  load(id: string) {
    if (/\.(md|svg)$/.test(id)) return `export default ${JSON.stringify(readFileSync(id, "utf8"))};`;
    if (id.endsWith(".png")) return `export default new Uint8Array([${[...readFileSync(id)]}]);`;
    return null;
  },
};
