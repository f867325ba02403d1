import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { z } from "zod";
import { makeTemporaryFolder } from "./temporary-folder.ts";

const run = promisify(execFile);
const { resolve } = createRequire(import.meta.url);

/** Stripe's own CLI: an optional dependency, there where its package for Linux is. */
export function findStripeCli(): string | undefined {
  try {
    return resolve("@stripe/cli-linux-x64/bin/stripe");
  } catch {
    return undefined;
  }
}

/** What it prints, whether it succeeds or not. It runs away from this user's settings, and tells nobody. */
export async function runStripeCli(program: string, args: string[]): Promise<string> {
  const env = { PATH: process.env.PATH, HOME: makeTemporaryFolder(), STRIPE_CLI_TELEMETRY_OPTOUT: "1" };
  const { stdout, stderr } = Printed.parse(await run(program, args, { env }).catch((error) => error));
  return stdout + stderr;
}

const Printed = z.looseObject({ stdout: z.string(), stderr: z.string() });
