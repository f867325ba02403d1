/** Each journey has ten ports of its own; JOURNEY_PORTS moves them all. */
const journeys = [
  "start",
  "clients",
  "conformance",
  "durability",
  "dashboard",
  "rotation",
  "accounts",
  "providers",
  "views",
  "sandbox",
  "stripe-cli",
] as const;
export type Journey = (typeof journeys)[number];

export function getPort(journey: Journey): number {
  return Number(process.env.JOURNEY_PORTS ?? 9100) + 10 * journeys.indexOf(journey);
}
