import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { makeTemporaryFolder } from "./temporary-folder.ts";

/** The official suites: the older knows revisions up to 2025-11-25, the newer 2026-07-28 as well. */
export const suites = {
  older: "node_modules/conformance-2025/dist/index.js",
  newer: "node_modules/@modelcontextprotocol/conformance/dist/index.js",
};

export interface Run {
  suite: keyof typeof suites;
  version: "2025-11-25" | "2026-07-28";
  scenario: string;
}

const Check = z.object({
  id: z.string(),
  status: z.enum(["SUCCESS", "FAILURE", "WARNING", "SKIPPED", "INFO"]),
  errorMessage: z.string().optional(),
});
export type Check = z.infer<typeof Check>;

/** Runs one scenario of a suite in a process of its own, as the suite wants to be run. */
export async function runScenario(url: string, { suite, version, scenario }: Run): Promise<Check[]> {
  const folder = makeTemporaryFolder();
  const args = [suites[suite], "server", "--url", url, "--scenario", scenario, "--spec-version", version];
  const run = spawn(process.execPath, [...args, "-o", folder], { stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr] = await Promise.all([text(run.stdout), text(run.stderr), once(run, "close")]);
  const [results] = globSync(`${folder}/**/checks.json`);
  if (results === undefined) throw new Error(`${scenario} left no results.\n${stdout}\n${stderr}`);
  return z.array(Check).parse(JSON.parse(readFileSync(results, "utf8")));
}
