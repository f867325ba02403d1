import { type ConsoleStatus, consoleStatuses } from "#directory/operator/console-status.ts";
import { countOrganizations } from "#directory/operator/count-organizations.ts";
import type { Env } from "#env.ts";

/** The whole platform in figures. Money in cents; calls as they were rolled up last. */
export async function getOverview({ env, now }: { env: Env; now: number }) {
  const { byStatus, calls, rolledUpAt } = await countOrganizations(env.DB, now);
  const sum = (name: "organizations" | "created" | "mrr" | "listings") =>
    byStatus.reduce((total, row) => total + row[name], 0);
  const countOf = (status: ConsoleStatus) =>
    byStatus.find((row) => row.status === status)?.organizations ?? 0;
  return {
    organizations: {
      total: sum("organizations"),
      created: sum("created"),
      byStatus: Object.fromEntries(consoleStatuses.map((status) => [status, countOf(status)])),
    },
    mrr: sum("mrr"),
    listings: sum("listings"),
    calls: { total: calls?.calls ?? 0, billable: calls?.billable ?? 0, errors: calls?.errors ?? 0 },
    rolledUpAt,
  };
}
