import { z } from "zod";
import { type AnyConnector, findConnector } from "#connectors/get-connector.ts";
import { AppError } from "#errors.ts";
import { newId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { renewWebhook } from "../webhooks/register-webhooks.ts";
import { toHealthy } from "./check-connection.ts";
import { assertFreeName, ConnectionName } from "./connection-name.ts";
import type { Connection, ConnectionRow, Connections } from "./connections.ts";
import { parseCredential } from "./parse-credential.ts";
import { type ShownConnection, toShownConnection } from "./shown-connection.ts";

export const Connect = z.object({
  connector: z.string(),
  /** Left out: the connector's title, and for a further connection the account beside it. */
  name: ConnectionName.optional(),
  credential: z.record(z.string(), z.unknown()),
});
export type Connect = z.infer<typeof Connect>;

/** Tries the credential upstream before anything is stored. */
export async function connect(rooms: Rooms, by: By, input: Connect): Promise<ShownConnection> {
  const { connections, journal, ports } = rooms;
  const { connector: connectorName, name, credential } = parseInput(Connect, input);
  const connector = findConnector(connectorName);
  if (connector === null) throw new AppError("invalid_request", "There is no such connector.");
  const parsed = parseCredential(connector, credential);

  const now = ports.clock.now();
  const id = newId("con");
  const accountLabel = connector.toAccountLabel(parsed);
  const row: ConnectionRow = {
    id,
    connector: connector.name,
    name: name ?? toDefaultName(connections, connector, accountLabel),
    accountLabel,
    credential: connections.seal(id, parsed),
    token: null,
    createdAt: now,
    assignedToMembers: null,
    ...toHealthy(now),
  };
  assertRoom(rooms, row);
  const connection = connections.prepare(connector, row);
  await connector.check(connection.client);
  // Meanwhile somebody else may have connected.
  assertRoom(rooms, row);

  const entry = { at: now, ...by, surface: "internal", action: "connections/connect", target: id } as const;
  journal.recordWith({ ...entry, connection: id, result: "ok", billable: false, durationMs: 0 }, () =>
    connections.put(connection),
  );
  await renewWebhook(rooms, connection);
  return toShownConnection(row);
}

function assertRoom({ connections, entitlement }: Rooms, draft: ConnectionRow): void {
  const isSame = ({ row }: Connection) => row.accountLabel === draft.accountLabel;
  const same = connections.listOf(draft.connector).find(isSame);
  if (same !== undefined) {
    const { name, accountLabel } = same.row;
    throw new AppError(
      "invalid_request",
      `Account ${accountLabel} is connected already, as "${name}". Rotate the credential of that connection instead.`,
    );
  }
  const limit = entitlement.connections;
  const used = connections.list().length;
  if (used >= limit) {
    throw new AppError("plan_limit_reached", `This plan allows ${limit} connections.`, { limit, used });
  }
  assertFreeName(connections, draft);
}

function toDefaultName(connections: Connections, { name, title }: AnyConnector, accountLabel: string) {
  return connections.listOf(name).length === 0 ? title : `${title} ${accountLabel}`;
}
