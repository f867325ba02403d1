import type { Rooms } from "../rooms.ts";
import { type ShownConnection, toShownConnection } from "./shown-connection.ts";

export function listConnections({ connections }: Rooms): ShownConnection[] {
  return connections.list().map(({ row }) => toShownConnection(row));
}
