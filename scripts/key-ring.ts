import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** The local key ring: made on the first start, kept beside the data that it opens. */
export function getKeyRing(file: string): string {
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  const ring = `1:${randomBytes(32).toString("hex")}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${ring}\n`, { mode: 0o600 });
  return ring;
}
