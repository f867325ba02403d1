import { z } from "zod";
import { ConnectionId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { changeConnection } from "./change-connection.ts";
import { assertFreeName, ConnectionName } from "./connection-name.ts";
import { type ShownConnection, toShownConnection } from "./shown-connection.ts";

export const UpdateConnection = z.object({ connection: ConnectionId, name: ConnectionName });
export type UpdateConnection = z.infer<typeof UpdateConnection>;

/** Renames it. Where there are several of a connector, tools take the new name from the next call on. */
export function updateConnection(rooms: Rooms, by: By, input: UpdateConnection): ShownConnection {
  const { connections } = rooms;
  const { connection, name } = parseInput(UpdateConnection, input);
  const { row } = connections.get(connection);
  assertFreeName(connections, { ...row, name });
  const change = { action: "connections/update", row, details: { name } } as const;
  changeConnection(rooms, by, change, () => connections.update(row, { name }));
  return toShownConnection(row);
}
