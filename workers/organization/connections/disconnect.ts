import { z } from "zod";
import { ConnectionId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { changeConnection } from "./change-connection.ts";

export const Disconnect = z.object({ connection: ConnectionId });
export type Disconnect = z.infer<typeof Disconnect>;

/** Credential and token are gone with the row; what was done over the connection stays in the audit. */
export function disconnect(rooms: Rooms, by: By, input: Disconnect): void {
  const { connections } = rooms;
  const { row } = connections.get(parseInput(Disconnect, input).connection);
  const { connector, name, accountLabel } = row;
  const details = { connector, name, account: accountLabel };
  changeConnection(rooms, by, { action: "connections/disconnect", row, details }, () =>
    connections.remove(row),
  );
}
