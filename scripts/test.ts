import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync } from "node:fs";
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

/** Runs what has to hold before a change lands, and ends with one line that counts it. */
const started = performance.now();
const steps = [
  ["biome", "check", "."],
  ["tsc"],
  ["tsc", "-p", "views"],
  ["npm", "run", "--silent", "typecheck", "--workspace", "dashboard"],
  ["npm", "run", "--silent", "build", "--workspace", "dashboard"],
];
const outcomes = await Promise.all(steps.map(succeeds));
const failedSteps = outcomes.filter((succeeded) => !succeeded).length;

rmSync(REPORT, { force: true });
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
const ran = await succeeds(["vitest", "run", "--coverage", ...reporters, ...process.argv.slice(2)]);
const report = Report.parse(JSON.parse(readFileSync(REPORT, "utf8")));
// It could not be loaded, or failed in what runs before or after its tests.
const brokenFiles = report.testResults.filter(
  (file) => file.status === "failed" && file.assertionResults.every(({ status }) => status !== "failed"),
);

const passed = report.numPassedTests + steps.length - failedSteps;
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
