import { readSignals } from "#directory/operator/read-signals.ts";
import { type Env, getConfig } from "#env.ts";
import { version } from "#lib/version.ts";
import { findAlerts, isLate } from "./find-alerts.ts";
import { getLegalText, LegalPage } from "./get-legal-text.ts";

export async function getHealth({ env, now }: { env: Env; now: number }) {
  const signals = await readSignals(env.DB, now);
  const { hour, day, jobs, slowest } = signals;
  const { operator } = getConfig(env);
  const templates = LegalPage.options.filter((page) => !getLegalText(page, operator).isFinished);
  return {
    version,
    alerts: findAlerts({ ...signals, templates }, now),
    calls: { hour, day },
    jobs: jobs.map((job) => ({ ...job, isLate: isLate(job, now) })),
    slowQueries: slowest,
  };
}
