import { z } from "zod";
import { getConnector } from "#connectors/get-connector.ts";
import { AppError } from "#errors.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { Caller } from "../keys/authenticate.ts";
import type { Connection, Connections } from "./connections.ts";

export interface Choice {
  connection: Connection;
  /** The connection's name, when the organization has several of this connector. */
  account?: string;
  /** The arguments that are the tool's own. */
  args: unknown;
}

const Arguments = z.looseObject({ account: z.unknown().optional() });

/** The connection that a call works on. Where there are several, the argument `account` names it. */
export function chooseConnection(
  connections: Connections,
  caller: Caller,
  connector: string,
  args: unknown,
): Choice {
  const all = connections.listOf(connector);
  const { title } = getConnector(connector);
  const [first] = all;
  if (first === undefined) throw new AppError("not_connected", `No ${title} account is connected.`);
  if (all.length === 1) return { connection: requireUsable(first, caller), args };

  const { account, ...rest } = parseInput(Arguments, args);
  const named = all.find(({ row }) => row.name === account);
  if (named !== undefined) {
    return { connection: requireUsable(named, caller), account: named.row.name, args: rest };
  }
  const names = all.filter((connection) => mayUse(caller, connection)).map(({ row }) => row.name);
  if (names.length === 0) throw new AppError("insufficient_scope", `No ${title} account is shared with you.`);
  const problem = account === undefined ? "is required" : "is unknown";
  throw new AppError("invalid_request", `account: ${problem}. It is one of ${JSON.stringify(names)}.`);
}

/** The names that `account` takes, of each connector that the organization has several connections of. */
export function listAccounts(connections: Connections, caller: Caller): Map<string, string[]> {
  const accounts = new Map<string, string[]>();
  for (const { row } of connections.list()) {
    if (accounts.has(row.connector)) continue;
    const all = connections.listOf(row.connector);
    const names = all.filter((connection) => mayUse(caller, connection)).map((usable) => usable.row.name);
    if (all.length > 1 && names.length > 0) accounts.set(row.connector, names);
  }
  return accounts;
}

/** Of the connectors that its holders may use, those that are shared with them; a key that nobody holds may use every one. */
export function mayUse({ connections, connectors, sharers }: Caller, { row }: Connection): boolean {
  const members = row.assignedToMembers;
  if (connections !== null && !connections.includes(row.id)) return false;
  if (connectors !== null && !connectors.includes(row.connector)) return false;
  return members === null || sharers.every((id) => members.includes(id));
}

export function requireUsable(connection: Connection, caller: Caller): Connection {
  if (!mayUse(caller, connection)) {
    throw new AppError("insufficient_scope", "This connection is not shared with whoever calls here.");
  }
  if (connection.row.status === "invalid") throw new AppError("connection_invalid");
  return connection;
}
