import type { AuditEntry } from "../audit/audit-entry.ts";
import type { Caller } from "../keys/authenticate.ts";
import type { Rooms } from "../rooms.ts";

/** The client of a tool about the organization itself: its own rooms, as far as the caller sees. */
export interface OrganizationClient {
  rooms: Rooms;
  caller: Caller;
  /** The row that says that this call is about to write. */
  intent: AuditEntry;
}
