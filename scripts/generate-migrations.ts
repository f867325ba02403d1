import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

/** Writes the SQL migrations of both databases from their drizzle schemas; the object's also as a module it can carry. */
for (const target of ["directory", "organization"]) {
  const env = { ...process.env, MIGRATIONS: target };
  execFileSync("drizzle-kit", ["generate", ...process.argv.slice(2)], { env, stdio: "inherit" });
}

const folder = "migrations/organization";
const Journal = z.object({
  entries: z.array(
    z.object({ idx: z.number(), when: z.number(), tag: z.string(), breakpoints: z.boolean() }),
  ),
});
const journal = Journal.parse(JSON.parse(readFileSync(`${folder}/meta/_journal.json`, "utf8")));
const migrations = Object.fromEntries(
  journal.entries.map(({ idx, tag }) => [
    `m${String(idx).padStart(4, "0")}`,
    readFileSync(`${folder}/${tag}.sql`, "utf8"),
  ]),
);
writeFileSync(
  `${folder}/migrations.ts`,
  `// Made by \`npm run migrations\` from the SQL beside it.\nexport default ${JSON.stringify({ journal, migrations }, null, 2)};\n`,
);
