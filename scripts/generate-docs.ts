import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { makeClientPage } from "./client-page.ts";
import { makeErrorPages } from "./error-pages.ts";

/** Writes docs/errors anew, so that a page whose code is gone goes with it. */
const folder = "docs/errors";
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, text] of makeErrorPages()) writeFileSync(`${folder}/${name}`, text);

writeFileSync("docs/client-setups.md", makeClientPage());
