import type { z } from "zod";
import type { BatchOutput, SingleOutput } from "#connectors/write-schemas.ts";
import type { Report } from "./report.ts";

/** The answer of a tool that changes one thing. */
export function toSingleAnswer(report: Report): z.input<typeof SingleOutput> {
  const { steps, summary } = report;
  const [first, second] = steps;
  const fields = first !== undefined && second === undefined ? toFields(first) : joinSteps(steps);
  return { ...toCommon(report), summary, ...fields };
}

/** PartialFailureResponse, of what has been attempted so far. */
export function toBatchAnswer(report: Report): z.input<typeof BatchOutput> {
  const { change, counts, failed, steps, summary } = report;
  const attempted = counts.done + counts.failed;
  const more = attempted - steps.length - failed.length;
  return {
    ...toCommon(report),
    message: summary,
    successful_results: steps.map((step) => ({ item_id: step.item, ...toFields(step) })),
    failed_items: failed,
    summary: {
      total_attempted: attempted,
      succeeded: counts.done,
      failed: counts.failed,
      success_rate: attempted === 0 ? 0 : Math.round((counts.done / attempted) * 1_000) / 1_000,
    },
    more: more === 0 ? undefined : more,
    job: change?.job
      ? { id: change.id, status: change.state, total: change.total, done: counts.done, failed: counts.failed }
      : undefined,
  };
}

function toCommon({ change, dryRun, money, replayed, undo, version, warnings }: Report) {
  const stakes = money?.map(({ before, after, ...stake }) => ({
    ...stake,
    before: before ?? undefined,
    after: after ?? undefined,
  }));
  return { change_id: change?.id, dry_run: dryRun, money: stakes, warnings, version, undo, replayed };
}

type Step = Report["steps"][number];

function toFields({ before, after, result }: Step) {
  return { before: before ?? undefined, after: after ?? undefined, result: result ?? undefined };
}

/** Several steps of one thing, each under its own name. */
function joinSteps(steps: readonly Step[]) {
  const join = (field: "before" | "after" | "result") => {
    const fields = steps.filter((step) => step[field]).map((step) => [step.item, step[field]]);
    return fields.length === 0 ? undefined : Object.fromEntries(fields);
  };
  return { before: join("before"), after: join("after"), result: join("result") };
}
