import { z } from "zod";
import { findConnector } from "#connectors/get-connector.ts";
import { AppError } from "#errors.ts";
import { newId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { Actor } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import type { ConnectionRow } from "./connections.ts";

export const Connect = z.object({
  connector: z.string(),
  name: z.string().trim().min(1).max(100).optional(),
  credential: z.record(z.string(), z.unknown()),
});
export type Connect = z.infer<typeof Connect>;

/** A connection as it may be shown: no secret in it. */
export type ShownConnection = Pick<
  ConnectionRow,
  "id" | "connector" | "name" | "accountLabel" | "status" | "createdAt" | "checkedAt"
>;

/** Tries the credential upstream before anything is stored. One connection per connector: a second replaces the first. */
export async function connect(rooms: Rooms, actor: Actor, input: Connect): Promise<ShownConnection> {
  const { connections, entitlement, journal, ports } = rooms;
  const { connector: connectorName, name, credential } = parseInput(Connect, input);
  const connector = findConnector(connectorName);
  if (connector === null) throw new AppError("invalid_request", "There is no such connector.");
  const parsed = parseInput(connector.credential, credential);

  const open = connections.list();
  const old = open.find((connection) => connection.row.connector === connector.name);
  const limit = entitlement.connections;
  if (old === undefined && open.length >= limit) {
    throw new AppError("plan_limit_reached", `This plan allows ${limit} connections.`, {
      limit,
      used: open.length,
    });
  }

  const now = ports.clock.now();
  const id = newId("con");
  const row: ConnectionRow = {
    id,
    connector: connector.name,
    name: name ?? connector.title,
    accountLabel: connector.toAccountLabel(parsed),
    credential: connections.seal(id, parsed),
    token: null,
    status: "valid",
    createdAt: now,
    checkedAt: now,
  };
  const connection = connections.prepare(connector, row);
  await connector.check(connection.client);

  const entry = { at: now, actor, surface: "internal", action: "connections/connect", target: id } as const;
  journal.recordWith({ ...entry, connection: id, result: "ok", billable: false, durationMs: 0 }, () =>
    connections.replace(connection, old),
  );
  return toShownConnection(row);
}

export function toShownConnection(row: ConnectionRow): ShownConnection {
  const { id, connector, name, accountLabel, status, createdAt, checkedAt } = row;
  return { id, connector, name, accountLabel, status, createdAt, checkedAt };
}
