import { createHmac, timingSafeEqual } from "node:crypto";
import type { Cursors } from "#connectors/define-tool.ts";
import { AppError } from "#errors.ts";
import type { ConnectionId, OrgId } from "#ids.ts";
import type { KeyRing } from "#lib/key-ring.ts";

const LIFETIME_MS = 24 * 60 * 60 * 1_000;
const MAC_BYTES = 12;

interface CursorScope {
  organization: OrgId;
  /** The account it pages through; null: the organization itself. */
  connection: ConnectionId | null;
  tool: string;
  /** The other arguments: a cursor continues the call it came from and no other. */
  filters: unknown;
}

/** Cursors are `<ring id>.<state>.<mac>` in base64url; the state is readable, but cannot be altered or moved elsewhere. */
export function createCursors(scope: CursorScope, keyRing: KeyRing, now: number): Cursors {
  const sign = (ringId: number, text: string) => {
    const key = keyRing.derive(ringId, "cursor");
    if (key === undefined) throw new AppError("invalid_cursor");
    const { organization, connection, tool, filters } = scope;
    const binding = JSON.stringify([organization, connection, tool, filters, text]);
    return createHmac("sha256", key).update(binding).digest().subarray(0, MAC_BYTES);
  };
  return {
    write(state) {
      const text = Buffer.from(JSON.stringify([now, state])).toString("base64url");
      return `${keyRing.current}.${text}.${sign(keyRing.current, text).toString("base64url")}`;
    },
    read(cursor, schema) {
      const [ringId, text, mac] = cursor.split(".");
      if (ringId === undefined || text === undefined || mac === undefined)
        throw new AppError("invalid_cursor");
      const given = Buffer.from(mac, "base64url");
      const due = sign(Number(ringId), text);
      if (given.length !== due.length || !timingSafeEqual(given, due)) throw new AppError("invalid_cursor");
      const [at, state] = JSON.parse(Buffer.from(text, "base64url").toString());
      if (now - at > LIFETIME_MS) throw new AppError("invalid_cursor", "This cursor is older than a day.");
      return schema.parse(state);
    },
  };
}
