import type { EventTable } from "../outgoing/event-table.ts";
import type { ConnectionRow } from "./connections.ts";

/** For outgoing webhooks. Each time that it begins is news. */
export function noteInvalid({ events }: { events: EventTable }, row: ConnectionRow, at: number): void {
  const { id, accountLabel, connector, name } = row;
  events.note({
    key: `connection.invalid/${id}/${at}`,
    type: "connection.invalid",
    data: { connection: id, connector, name, account: accountLabel },
    at,
  });
}
