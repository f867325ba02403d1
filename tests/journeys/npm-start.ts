import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { cleanUpWith } from "./clean-up.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

export const npmStart = (...args: string[]) => npmRun("start", ...args);

/** `npm run` in a process group of its own. Silent, since npm would print the script's name on stdout. */
export function npmRun(script: string, ...args: string[]) {
  const npm = spawn("npm", ["run", script, "--silent", "--", ...args], {
    detached: true,
    // What a killed process cannot clear away goes with the folder.
    env: { ...process.env, TMPDIR: makeTemporaryFolder() },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid } = npm;
  if (pid === undefined) throw new Error("npm could not be started.");
  cleanUpWith(() => isGroupAlive(pid) && process.kill(-pid, "SIGKILL"));

  let printed = "";
  npm.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  const stderr = text(npm.stderr);
  const ended = once(npm, "close").then(([code]) => Number(code));

  return {
    pid,
    /** The exit code, once the process is gone and has said all it had to say. */
    ended,
    stderr,
    getPrinted: () => printed,
    /** What was printed when everything was up. */
    async ready(): Promise<string> {
      while (!printed.endsWith("\n")) {
        if (npm.exitCode !== null) throw new Error(`npm run ${script} ended early.\n${await stderr}`);
        await wait(20);
      }
      return printed;
    },
    /** Asks npm alone to end, as a supervisor would, and waits until nothing of it is left. */
    async stop(): Promise<void> {
      npm.kill("SIGTERM");
      while (isGroupAlive(pid)) await wait(20);
    },
    /** Ends every process at once, without a word. */
    async kill(): Promise<void> {
      process.kill(-pid, "SIGKILL");
      while (isGroupAlive(pid)) await wait(5);
    },
  };
}

function isGroupAlive(pid: number): boolean {
  try {
    return process.kill(-pid, 0);
  } catch {
    return false;
  }
}
