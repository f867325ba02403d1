import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { z } from "zod";

const Vars = z.record(z.string(), z.string());

/** Settings of this computer, which replace those of wrangler.toml and the stand-ins. */
export function readDevVars(): Record<string, string> {
  return existsSync(".dev.vars") ? Vars.parse(parseEnv(readFileSync(".dev.vars", "utf8"))) : {};
}
