import { z } from "zod";
import { ConnectionId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { unregisterWebhooks } from "../webhooks/register-webhooks.ts";
import { changeConnection } from "./change-connection.ts";

export const Disconnect = z.object({ connection: ConnectionId });
export type Disconnect = z.infer<typeof Disconnect>;

/** Credential and token are gone with the row; what was done over the connection stays in the audit. */
export function disconnect(rooms: Rooms, by: By, input: Disconnect): void {
  const { connections, webhooks } = rooms;
  const connection = connections.get(parseInput(Disconnect, input).connection);
  const { row } = connection;
  const registered = webhooks.listOf(row.id).flatMap(({ upstreamId }) => upstreamId ?? []);
  const { connector, name, accountLabel } = row;
  const details = { connector, name, account: accountLabel };
  changeConnection(rooms, by, { action: "connections/disconnect", row, details }, () => {
    connections.remove(row);
    webhooks.removeOf(row.id);
  });
  // Nobody waits for the upstream, which may be why they disconnect.
  void unregisterWebhooks(rooms, connection, registered);
}
