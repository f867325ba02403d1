import { z } from "zod";
import { ConnectionId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import { changeConnection } from "./change-connection.ts";
import { type ConnectionState, checkConnection } from "./check-connection.ts";
import { type ShownConnection, toShownConnection } from "./shown-connection.ts";

export const TestConnection = z.object({ connection: ConnectionId });
export type TestConnection = z.infer<typeof TestConnection>;

export type TestedConnection = ShownConnection & { state: ConnectionState };

/** Asks the upstream now, and tells what came of it. */
export async function testConnection(rooms: Rooms, by: By, input: TestConnection): Promise<TestedConnection> {
  const { connections, ports } = rooms;
  const connection = connections.get(parseInput(TestConnection, input).connection);
  const { row } = connection;
  const state = await checkConnection(connections, connection, ports.clock);
  changeConnection(rooms, by, { action: "connections/test", row, details: { state } }, () => {});
  return { ...toShownConnection(row), state };
}
