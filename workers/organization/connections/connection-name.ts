import { AppError } from "#errors.ts";
import { Name } from "#lib/name.ts";
import type { Connection, ConnectionRow, Connections } from "./connections.ts";

export const ConnectionName = Name;

/** Tools tell a connector's accounts apart by name, so names that differ in letter case only would be one too many. */
export function assertFreeName(
  connections: Connections,
  { id, connector, name }: Pick<ConnectionRow, "id" | "connector" | "name">,
): void {
  const isTaken = ({ row }: Connection) => row.id !== id && row.name.toLowerCase() === name.toLowerCase();
  if (!connections.listOf(connector).some(isTaken)) return;
  throw new AppError("invalid_request", `name: another connection is called "${name}" already.`);
}
