import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { makeTemporaryFolder } from "./temporary-folder.ts";

/** The official suites: the older knows revisions up to 2025-11-25, the newer 2026-07-28 as well. */
export const suites = {
  older: "node_modules/conformance-2025",
  newer: "node_modules/@modelcontextprotocol/conformance",
};

export interface Run {
  suite: keyof typeof suites;
  /** The scenarios of one revision; or those that the suite itself calls pending, the protocol's extensions among them. */
  of: "2025-11-25" | "2026-07-28" | "pending";
}

const Check = z.object({
  id: z.string(),
  status: z.enum(["SUCCESS", "FAILURE", "WARNING", "SKIPPED", "INFO"]),
  errorMessage: z.string().optional(),
});
export type Check = z.infer<typeof Check>;

const Package = z.object({ version: z.string() });

/** Runs all scenarios of a suite against a server, in one process of the suite's own, and says what each found. */
export async function runSuite(url: string, { suite, of }: Run): Promise<Map<string, Check[]>> {
  const folder = makeTemporaryFolder();
  const which = of === "pending" ? ["--suite", "pending"] : ["--suite", "all", "--spec-version", of];
  const args = [`${suites[suite]}/dist/index.js`, "server", "--url", url, ...which, "-o", folder];
  const run = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr] = await Promise.all([text(run.stdout), text(run.stderr), once(run, "close")]);
  const scenarios = Array.from(
    stdout.matchAll(/^=== Running scenario: (\S+) ===$/gm),
    ([, name = ""]) => name,
  );
  if (scenarios.length === 0) throw new Error(`No scenario ran.\n${stdout}\n${stderr}`);
  return new Map(scenarios.map((scenario) => [scenario, readChecks(folder, `server-${scenario}`)]));
}

/** A scenario that broke leaves no results, which is a failure too. */
export function readChecks(folder: string, scenario: string): Check[] {
  const [results] = globSync(`${folder}/${scenario}-[0-9][0-9][0-9][0-9]-*/checks.json`);
  if (results === undefined)
    return [{ id: scenario, status: "FAILURE", errorMessage: "It left no results." }];
  return z.array(Check).parse(JSON.parse(readFileSync(results, "utf8")));
}

export const withStatus = (status: Check["status"], checks: Check[]) =>
  checks.filter((check) => check.status === status);

/** What was found to be right in particular; that messages are well formed, the newer suite says of nearly every scenario. */
export const listSuccesses = (checks: Check[]) =>
  withStatus("SUCCESS", checks).filter(({ id }) => id !== "wire-schema-valid");

type Figured = Pick<Run, "suite"> & { of: Run["of"] | "authorization" };

/** What a suite found, in one line. */
export function toFigures(server: string, { suite, of }: Figured, scenarios: Check[][]): string {
  const { version } = Package.parse(JSON.parse(readFileSync(`${suites[suite]}/package.json`, "utf8")));
  const count = (status: Check["status"]) => withStatus(status, scenarios.flat()).length;
  const figures = `${count("SUCCESS")} passed, ${count("FAILURE")} failed, ${count("WARNING")} warned`;
  return `Conformance of ${server}: suite ${version}, ${of}: ${scenarios.length} scenarios, checks ${figures}`;
}
