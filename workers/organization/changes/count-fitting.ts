import type { WriteTool } from "#connectors/define-write-tool.ts";
import type { AnyConnector } from "#connectors/get-connector.ts";
import { SHARE_FOR_PEOPLE } from "#upstream-budget/budget.ts";
import { looksFirst, type Means } from "./apply-step.ts";
import type { ItemData } from "./stored.ts";

type Limited = Pick<AnyConnector, "rateLimits">;

/** Clients give up on a call after half a minute or a minute, and a write must not be left to guesses. */
const SECONDS_PER_CALL = 20;

/** How many of these, each of so many requests, the upstream's limits let a call make while its caller waits. */
export function countFitting(connector: Limited, counts: readonly number[]): number {
  let left = SECONDS_PER_CALL / toSecondsPerRequest(connector);
  const late = counts.findIndex((requests) => {
    left -= requests;
    return left < 0;
  });
  return late === -1 ? counts.length : late;
}

/** At the pace of a job, which leaves room for people. */
export function toJobSeconds(connector: Limited, requests: number): number {
  return Math.ceil((requests * toSecondsPerRequest(connector)) / (1 - SHARE_FOR_PEOPLE));
}

export function countRequests(means: Pick<Means, "isLater" | "tool">, step: ItemData): number {
  const looks = looksFirst(means, step) ? countLooks(means.tool, step) : 0;
  return looks + (means.tool.countRequests?.(step.change) ?? 1);
}

export function countLooks(
  tool: WriteTool<unknown>,
  { change, undoing = { change, result: {} } }: ItemData,
): number {
  return tool.countRequests?.(undoing.change) ?? 1;
}

function toSecondsPerRequest({ rateLimits }: Limited): number {
  return Math.max(...Object.values(rateLimits).map(({ requests, seconds }) => seconds / requests));
}
