import { waitUntil } from "cloudflare:workers";
import { noteSlowQuery } from "#directory/operator/note-slow-query.ts";
import { observeStatements } from "#directory/operator/observe-statements.ts";
import type { Env } from "#env.ts";
import { getNow } from "#lib/get-now.ts";
import { log } from "#lib/log.ts";

const SLOW_MS = 1_000;

const known = new WeakMap<Env, Env>();

/** The same environment, whose slow queries are written down for the operator. The same one for the same one. */
export function observeDatabase(env: Env, slowMs = SLOW_MS): Env {
  const found = known.get(env);
  if (found !== undefined) return found;
  const DB = observeStatements(env.DB, (statement, durationMs) => {
    if (durationMs <= slowMs) return;
    log.warn("database.slow", { statement, durationMs });
    waitUntil(note(env, statement, durationMs));
  });
  const observed = { ...env, DB };
  known.set(env, observed);
  return observed;
}

async function note(env: Env, statement: string, durationMs: number): Promise<void> {
  try {
    await noteSlowQuery(env.DB, { statement, durationMs, at: Math.floor(await getNow(env)) });
  } catch (thrown) {
    log.error("database.slow-not-noted", thrown);
  }
}
