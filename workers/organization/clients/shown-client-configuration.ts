import type { KeyRow } from "../keys/key-table.ts";
import { maskKey } from "../keys/masked-key.ts";
import type { Rooms } from "../rooms.ts";
import { clientCatalogue } from "./client-catalogue.ts";
import type { ClientRow } from "./client-table.ts";

/** A client configuration as it may be shown: never with the key itself. */
export interface ShownClientConfiguration extends ClientRow {
  clientTitle: string;
  keyName: string;
  maskedKey: string;
  /** `revoked`: the key was deleted, so that the client gets 401 until it is given another. */
  keyState: "active" | "expired" | "revoked";
  keyCreatedBy: string;
}

export function toShownClientConfiguration(
  { connections, keys, ports }: Rooms,
  row: ClientRow,
): ShownClientConfiguration {
  const key = keys.find(row.key);
  if (key === null) throw new Error("A client configuration names a key that never was.");
  const isConnected = (id: string) => connections.list().some((connection) => connection.row.id === id);
  return {
    ...row,
    connections: row.connections?.filter(isConnected) ?? null,
    clientTitle: clientCatalogue[row.client].title,
    keyName: key.name,
    maskedKey: maskKey(key),
    keyState: toKeyState(key, ports.clock.now()),
    keyCreatedBy: key.createdBy,
  };
}

function toKeyState({ revokedAt, expiresAt }: KeyRow, now: number) {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && expiresAt <= now ? "expired" : "active";
}
