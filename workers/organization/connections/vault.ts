import type { ConnectionId, OrgId } from "#ids.ts";
import { decryptText, encryptText } from "#lib/encryption.ts";

/** Seals and opens one connection's secrets. A sealed value opens only for its organization, connection and field. */
export function createVault(dataKey: Uint8Array, organization: OrgId, connection: ConnectionId) {
  const toContext = (field: "credential" | "token") => `${organization}/${connection}/${field}`;
  return {
    seal: (field: "credential" | "token", text: string) => encryptText(dataKey, text, toContext(field)),
    open: (field: "credential" | "token", sealed: string) => decryptText(dataKey, sealed, toContext(field)),
  };
}
