import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Paths of all files that git tracks, or would once they are added. */
export function listFiles(): string[] {
  const out = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    encoding: "utf8",
    maxBuffer: 16 * 1024 * 1024,
  });
  return [...new Set(out.split("\0"))].filter((path) => path !== "" && existsSync(path));
}
