import { z } from "zod";
import { type ClientConfigurationId, KeyId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import { redact } from "#lib/redact.ts";
import type { By } from "../audit/audit-entry.ts";
import { getActiveKey } from "../keys/get-active-key.ts";
import type { Rooms } from "../rooms.ts";
import { KeyClientName } from "./client-catalogue.ts";
import {
  assertConnectionsExist,
  assertFreeName,
  assertKeyFits,
  ClientConfigurationName,
  ClientConnections,
  Environment,
} from "./client-terms.ts";
import { type ShownClientConfiguration, toShownClientConfiguration } from "./shown-client-configuration.ts";

export const UpdateClientConfiguration = z
  .strictObject({
    name: ClientConfigurationName.exactOptional(),
    client: KeyClientName.exactOptional(),
    /** Left out where the key changes: that key's. */
    environment: Environment.exactOptional(),
    key: KeyId.exactOptional(),
    connections: ClientConnections.exactOptional(),
  })
  .refine((change) => Object.keys(change).length > 0, "There is nothing to change.");
export type UpdateClientConfiguration = z.input<typeof UpdateClientConfiguration>;

/** What does not change is not asked for again: a configuration whose key is gone can be renamed. */
export function updateClientConfiguration(
  rooms: Rooms,
  by: By,
  id: ClientConfigurationId,
  input: UpdateClientConfiguration,
): ShownClientConfiguration {
  const change = parseInput(UpdateClientConfiguration, input);
  const { clients, journal, ports } = rooms;
  const now = ports.clock.now();
  const row = { ...clients.get(id), ...change, updatedAt: now };
  if (change.key !== undefined && change.environment === undefined)
    row.environment = getActiveKey(rooms, change.key).environment;
  if (change.key !== undefined || change.environment !== undefined) assertKeyFits(rooms, row);
  if (change.connections !== undefined) assertConnectionsExist(rooms, change.connections);
  assertFreeName(rooms, row);
  const entry = { at: now, ...by, surface: "internal", action: "clients/update", target: id } as const;
  const details = { changed: Object.keys(change), to: redact(change) };
  journal.recordWith({ ...entry, result: "ok", billable: false, durationMs: 0, details }, () =>
    clients.update(row),
  );
  return toShownClientConfiguration(rooms, row);
}
