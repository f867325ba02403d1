import type { By } from "../audit/audit-entry.ts";
import type { Rooms } from "../rooms.ts";
import type { ConnectionRow } from "./connections.ts";

interface Change {
  action: `connections/${string}`;
  row: ConnectionRow;
  details?: unknown;
}

/** Writes what `write` changes of a connection in the transaction of its audit row. */
export function changeConnection(
  { journal, ports }: Rooms,
  by: By,
  { action, row: { id }, details }: Change,
  write: () => void,
): void {
  const entry = { at: ports.clock.now(), ...by, surface: "internal", action, target: id } as const;
  journal.recordWith(
    { ...entry, connection: id, result: "ok", billable: false, durationMs: 0, details },
    write,
  );
}
