import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { z } from "zod";

const REPORT = ".latchkey/test/report.json";
const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

// Each test's databases are new, and a disk would be waited for at every write.
const MEMORY = "/dev/shm";
const SPACE = 8 * 2 ** 30;

/** Runs what has to hold before a change lands, and ends with one line that counts it. */
const started = performance.now();
if (hasSpace(MEMORY)) {
  const folder = mkdtempSync(`${MEMORY}/latchkey-`);
  if (mayRunFrom(folder)) process.env.TMPDIR = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
}
const steps = [
  ["biome", "check", "."],
  ["tsc"],
  ["tsc", "-p", "views"],
  ["npm", "run", "--silent", "typecheck", "--workspace", "dashboard"],
];
// The tests need the build; the rest takes what they leave of the machine.
const checks = steps.map((step) => succeeds(["nice", ...step]));
const build = await succeeds(["npm", "run", "--silent", "build", "--workspace", "dashboard"]);

rmSync(REPORT, { force: true });
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
const ran = await succeeds(["vitest", "run", "--coverage", ...reporters, ...process.argv.slice(2)]);
const outcomes = [build, ...(await Promise.all(checks))];
const failedSteps = outcomes.filter((succeeded) => !succeeded).length;
const report = Report.parse(JSON.parse(readFileSync(REPORT, "utf8")));
// It could not be loaded, or failed in what runs before or after its tests.
const brokenFiles = report.testResults.filter(
  (file) => file.status === "failed" && file.assertionResults.every(({ status }) => status !== "failed"),
);

const passed = report.numPassedTests + outcomes.length - failedSteps;
const counted = report.numFailedTests + brokenFiles.length;
// Coverage below the threshold, or an error outside of any test, fails the run without failing a test.
const failed = failedSteps + (counted === 0 && !ran ? 1 : counted);
const skipped = report.numPendingTests === 0 ? "" : `, ${report.numPendingTests} skipped`;
console.log(`\nTook ${Math.round((performance.now() - started) / 1_000)} s.`);
console.log(`${passed} passed, ${failed} failed${skipped}`);
process.exitCode = failed === 0 ? 0 : 1;

async function succeeds([command = "", ...args]: string[]): Promise<boolean> {
  const [code] = await once(spawn(command, args, { stdio: "inherit" }), "close");
  return code === 0;
}

/** A browser is unpacked among the temporary files, and some systems let nothing in memory be run. */
function mayRunFrom(folder: string): boolean {
  writeFileSync(`${folder}/try`, "#!/bin/sh\n", { mode: 0o755 });
  return spawnSync(`${folder}/try`).status === 0;
}

function hasSpace(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= SPACE;
}
