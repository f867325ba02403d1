import { z } from "zod";
import { AppError } from "#errors.ts";
import { ConnectionId } from "#ids.ts";
import { Name } from "#lib/name.ts";
import { getActiveKey } from "../keys/get-active-key.ts";
import type { Rooms } from "../rooms.ts";
import type { ClientRow } from "./client-table.ts";

export const ClientConfigurationName = Name;

export const Environment = z.enum(["live", "test"]);

export const ClientConnections = z
  .array(ConnectionId)
  .min(1)
  .max(100)
  .transform((ids) => [...new Set(ids)])
  .nullable()
  .describe(
    "The connections that this client is meant for; null: all that its key may use. A note for people: what may be called is decided by the key alone.",
  );

/** Names that differ in letter case only would be one too many to tell apart. */
export function assertFreeName({ clients }: Rooms, { id, name }: Pick<ClientRow, "id" | "name">): void {
  const isTaken = (row: ClientRow) => row.id !== id && row.name.toLowerCase() === name.toLowerCase();
  if (!clients.list().some(isTaken)) return;
  throw new AppError("invalid_request", `name: another client configuration is called "${name}" already.`);
}

export function assertKeyFits(
  rooms: Rooms,
  { key, environment }: Pick<ClientRow, "key" | "environment">,
): void {
  const { environment: ofKey } = getActiveKey(rooms, key);
  if (ofKey === environment) return;
  throw new AppError("invalid_request", `environment: key ${key} is a ${ofKey} key.`);
}

export function assertConnectionsExist({ connections }: Rooms, ids: readonly ConnectionId[] | null): void {
  for (const id of ids ?? []) connections.get(id);
}
