import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanUpWith } from "./clean-up.ts";

/** A new folder that is gone after the file's tests. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-"));
  cleanUpWith(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}
