import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** The local key ring: made on the first start, kept beside the data that it opens. */
export function getKeyRing(file: string): string {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const ring = `1:${randomBytes(32).toString("hex")}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${ring}\n`, { mode: 0o600 });
  return ring;
}

/** Puts a new secret in front of a ring that exists; the older ones still open what they made. */
export function addSecret(file: string): void {
  const ring = readFileSync(file, "utf8").trim();
  const [current = 0, ...older] = ring.split(",").map((entry) => Number.parseInt(entry, 10));
  // The id that was free for longest: what a secret left behind must not be taken for the work of its successor.
  const id = Array.from({ length: 15 }, (_, index) => (current + index + 1) % 16).find(
    (next) => !older.includes(next),
  );
  if (id === undefined)
    throw new Error(`All ids of ${file} are taken. Take out a secret that nothing needs.`);
  writeFileSync(`${file}.new`, `${id}:${randomBytes(32).toString("hex")},${ring}\n`, { mode: 0o600 });
  // Renamed, so that no crash leaves half a ring: what it opened would be lost.
  renameSync(`${file}.new`, file);
}
