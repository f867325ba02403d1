import type { Connector } from "./define-connector.ts";
import { connectors } from "./registry.ts";

/** A connector whose client only its own tools know. */
export type AnyConnector = Connector<unknown>;

const byName = new Map<string, AnyConnector>(
  Object.values(connectors).map((connector) => [connector.name, connector]),
);

export function findConnector(name: string): AnyConnector | null {
  return byName.get(name) ?? null;
}

export function getConnector(name: string): AnyConnector {
  const connector = findConnector(name);
  if (connector === null) throw new Error(`No connector is named ${name}.`);
  return connector;
}

export function listConnectors(): AnyConnector[] {
  return [...byName.values()];
}
