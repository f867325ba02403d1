import { z } from "zod";
import type { CredentialId } from "#ids.ts";
import { ConnectionId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import { findCaller } from "../keys/find-caller.ts";
import { maskKey } from "../keys/masked-key.ts";
import type { Rooms } from "../rooms.ts";
import { mayUse } from "./choose-connection.ts";

export const ListDependents = z.object({ connection: ConnectionId });
export type ListDependents = z.infer<typeof ListDependents>;

/** What no longer reaches an account once its connection is gone. */
export function listDependents(rooms: Rooms, input: ListDependents) {
  const { clients, connections, grants, keys, ports } = rooms;
  const connection = connections.get(parseInput(ListDependents, input).connection);
  const { id } = connection.row;
  const reaches = ({ id }: { id: CredentialId }) => {
    const caller = findCaller(rooms, id);
    return typeof caller !== "string" && mayUse(caller, connection);
  };
  const reaching = keys.listOpen(ports.clock.now()).filter(reaches);
  return {
    keys: reaching.map((key) => ({ id: key.id, name: key.name, masked: maskKey(key) })),
    grants: grants
      .listOpen()
      .filter(reaches)
      .map(({ clientName, id }) => ({ id, name: clientName })),
    clients: clients
      .list()
      .filter((client) => reaching.some((key) => key.id === client.key))
      .filter((client) => client.connections?.includes(id) ?? true)
      .map((client) => ({ id: client.id, name: client.name })),
    /** Whether its listings are counted for the bill. */
    isBilled: connection.connector.countBillable !== undefined,
  };
}
