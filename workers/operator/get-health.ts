import { readSignals } from "#directory/operator/read-signals.ts";
import type { Env } from "#env.ts";
import { version } from "#lib/version.ts";
import { findAlerts, isLate } from "./find-alerts.ts";

export async function getHealth({ env, now }: { env: Env; now: number }) {
  const signals = await readSignals(env.DB, now);
  const { hour, day, jobs, slowest } = signals;
  return {
    version,
    alerts: findAlerts(signals, now),
    calls: { hour, day },
    jobs: jobs.map((job) => ({ ...job, isLate: isLate(job, now) })),
    slowQueries: slowest,
  };
}
