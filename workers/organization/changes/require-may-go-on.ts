import { AppError } from "#errors.ts";
import { requireUsable } from "../connections/choose-connection.ts";
import type { Connection } from "../connections/connections.ts";
import { findCaller } from "../keys/find-caller.ts";
import { requirePermission, requireWrites } from "../keys/scope.ts";
import { requirePaid, requireWritable } from "../limits/require-entitlement.ts";
import type { Rooms } from "../rooms.ts";
import { getTool } from "../tools/tool-table.ts";
import type { ChangeRow } from "./stored.ts";

/** The connection of a change that goes on by itself, if whoever asked for it might still ask for it now. */
export function requireMayGoOn(rooms: Rooms, change: ChangeRow): Connection {
  const { connections, entitlement } = rooms;
  const caller = findCaller(rooms, change.key);
  if (typeof caller === "string") throw new AppError(caller);
  requirePermission(caller, getTool(change.tool));
  requireWrites(caller.writes);
  requirePaid(entitlement);
  requireWritable(entitlement, "write");
  const connection = connections.list().find(({ row }) => row.id === change.connection);
  if (connection === undefined) throw new AppError("not_connected", "The account is no longer connected.");
  return requireUsable(connection, caller);
}
