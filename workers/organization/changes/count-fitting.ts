import type { AnyConnector } from "#connectors/get-connector.ts";

type Limited = Pick<AnyConnector, "rateLimits">;

/** Clients give up on a call after half a minute or a minute, and a write must not be left to guesses. */
const SECONDS_PER_CALL = 20;

/** How many steps the upstream's limits let a call make while its caller waits. */
export function countFitting(connector: Limited, looksFirst: boolean): number {
  return Math.floor(SECONDS_PER_CALL / toSecondsPerStep(connector, looksFirst));
}

/** At the pace that the upstream allows. A step that looks first takes two requests. */
export function toSecondsPerStep({ rateLimits }: Limited, looksFirst: boolean): number {
  const paces = Object.values(rateLimits).map(({ requests, seconds }) => seconds / requests);
  return Math.max(...paces) * (looksFirst ? 2 : 1);
}
