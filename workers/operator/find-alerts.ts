import type { Signals } from "#directory/operator/read-signals.ts";
import type { LegalPage } from "./get-legal-text.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MOST_ERROR_PERCENT = 5;
const MOST_FAILED_SIGN_INS = 10;
/** A run may be left out while another deployment takes over. */
const MISSED_RUNS = 3;

export interface Alert {
  name:
    | "errors_hour"
    | "errors_day"
    | "slow_queries"
    | "failed_sign_ins"
    | "undelivered_mail"
    | "unprocessed_events"
    | "job_not_run"
    | "job_failed"
    | "text_is_template";
  since: number;
  value: number;
  /** What would still be fine. */
  limit: number;
  message: string;
}

type Counted = Record<"calls" | "errors", number>;
type Job = Signals["jobs"][number];

/** What somebody should look into now. */
export function findAlerts(signals: Signals & { templates: LegalPage[] }, now: number): Alert[] {
  const { hour, day, slow, signIns, mails, events, jobs, templates } = signals;
  return [
    ...toErrors("errors_hour", hour, now - HOUR_MS, "in the last hour"),
    ...toErrors("errors_day", day, now - 24 * HOUR_MS, "since yesterday"),
    ...toCount(
      "slow_queries",
      slow,
      0,
      (value) => `${value} queries took more than a second in the last hour.`,
    ),
    ...toCount(
      "failed_sign_ins",
      signIns,
      MOST_FAILED_SIGN_INS,
      (value) => `${value} sign-ins to existing accounts failed in the last hour.`,
    ),
    ...toCount(
      "undelivered_mail",
      mails,
      0,
      (value) => `${value} messages are not delivered after ten minutes.`,
    ),
    ...toCount(
      "unprocessed_events",
      events,
      0,
      (value) => `${value} events of Stripe are not processed after ten minutes.`,
    ),
    ...jobs.filter((job) => isLate(job, now)).map((job) => toLate(job, now)),
    ...jobs.filter(({ error }) => error !== null).map(toFailed),
    ...(jobs.length === 0 ? [noJobs(now)] : []),
    ...templates.map((page) => toTemplate(page, now)),
  ];
}

export const isLate = ({ startedAt, everyMinutes }: Job, now: number) =>
  startedAt < now - MISSED_RUNS * everyMinutes * MINUTE_MS;

function toErrors(name: Alert["name"], counted: Counted | undefined, since: number, when: string): Alert[] {
  const { calls = 0, errors = 0 } = counted ?? {};
  const value = calls === 0 ? 0 : Math.round((errors / calls) * 1_000) / 10;
  if (value <= MOST_ERROR_PERCENT) return [];
  const message = `${value} % of ${calls} calls ${when} did not end well.`;
  return [{ name, since, value, limit: MOST_ERROR_PERCENT, message }];
}

function toCount(
  name: Alert["name"],
  found: { count: number; since: number | null } | undefined,
  limit: number,
  toMessage: (value: number) => string,
): Alert[] {
  const { count: value = 0, since = null } = found ?? {};
  if (value <= limit || since === null) return [];
  return [{ name, since, value, limit, message: toMessage(value) }];
}

function toLate({ job, startedAt, everyMinutes }: Job, now: number): Alert {
  const value = Math.floor((now - startedAt) / MINUTE_MS);
  const message = `The job ${job} ran ${value} minutes ago and should run every ${everyMinutes}.`;
  return { name: "job_not_run", since: startedAt, value, limit: MISSED_RUNS * everyMinutes, message };
}

function toFailed({ job, startedAt, error }: Job): Alert {
  const message = `The job ${job} failed (${error}). The log says why under job.failed.`;
  return { name: "job_failed", since: startedAt, value: 1, limit: 0, message };
}

const noJobs = (now: number): Alert => ({
  name: "job_not_run",
  since: now,
  value: 0,
  limit: 0,
  message: "No job has ever run. Is the Cron Trigger there?",
});

const toTemplate = (page: LegalPage, now: number): Alert => ({
  name: "text_is_template",
  since: now,
  value: 1,
  limit: 0,
  message: `The text at /${page} is still the template that Latchkey comes with, or does not say who you are.`,
});
