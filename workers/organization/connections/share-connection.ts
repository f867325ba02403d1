import { z } from "zod";
import { ConnectionId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { By } from "../audit/audit-entry.ts";
import { assertMember } from "../policy/assert-member.ts";
import type { Rooms } from "../rooms.ts";
import { changeConnection } from "./change-connection.ts";
import { type ShownConnection, toShownConnection } from "./shown-connection.ts";

export const ShareConnection = z.object({
  connection: ConnectionId,
  /** Ids of the members whose keys may use it; null: everybody's. Keys without a member always may. */
  members: z.array(z.string().trim().min(1).max(100)).max(1_000).nullable(),
});
export type ShareConnection = z.infer<typeof ShareConnection>;

export function shareConnection(rooms: Rooms, by: By, input: ShareConnection): ShownConnection {
  const { connections } = rooms;
  const { connection, members } = parseInput(ShareConnection, input);
  const { row } = connections.get(connection);
  const assignedToMembers = members && [...new Set(members)];
  for (const id of assignedToMembers ?? []) assertMember(rooms, id);
  const change = { action: "connections/share", row, details: { members: assignedToMembers } } as const;
  changeConnection(rooms, by, change, () => connections.update(row, { assignedToMembers }));
  return toShownConnection(row);
}
