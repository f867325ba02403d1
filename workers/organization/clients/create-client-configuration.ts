import { z } from "zod";
import { AppError } from "#errors.ts";
import { KeyId, newId } from "#ids.ts";
import { parseInput } from "#lib/parse-input.ts";
import type { By } from "../audit/audit-entry.ts";
import { getActiveKey } from "../keys/get-active-key.ts";
import type { Rooms } from "../rooms.ts";
import { KeyClientName } from "./client-catalogue.ts";
import type { ClientRow } from "./client-table.ts";
import {
  assertConnectionsExist,
  assertFreeName,
  assertKeyFits,
  ClientConfigurationName,
  ClientConnections,
  Environment,
} from "./client-terms.ts";
import { type ShownClientConfiguration, toShownClientConfiguration } from "./shown-client-configuration.ts";

export const CreateClientConfiguration = z.object({
  name: ClientConfigurationName,
  client: KeyClientName,
  /** Left out: the key's. */
  environment: Environment.optional(),
  key: KeyId,
  connections: ClientConnections.default(null),
});
export type CreateClientConfiguration = z.input<typeof CreateClientConfiguration>;

export function createClientConfiguration(
  rooms: Rooms,
  by: By,
  input: CreateClientConfiguration,
): ShownClientConfiguration {
  const terms = parseInput(CreateClientConfiguration, input);
  const { clients, journal, ports } = rooms;
  const now = ports.clock.now();
  const { environment = getActiveKey(rooms, terms.key).environment } = terms;
  const row: ClientRow = {
    ...terms,
    id: newId("cli"),
    environment,
    createdBy: by.actor,
    createdAt: now,
    updatedAt: now,
  };
  assertKeyFits(rooms, row);
  assertConnectionsExist(rooms, row.connections);
  assertFreeName(rooms, row);
  assertRoom(rooms);
  const entry = { at: now, ...by, surface: "internal", action: "clients/create", target: row.id } as const;
  const details = { client: row.client, key: row.key };
  journal.recordWith({ ...entry, result: "ok", billable: false, durationMs: 0, details }, () =>
    clients.insert(row),
  );
  return toShownClientConfiguration(rooms, row);
}

function assertRoom({ clients, entitlement }: Rooms): void {
  const limit = entitlement.clientConfigurations;
  const used = clients.list().length;
  if (used < limit) return;
  throw new AppError("plan_limit_reached", `This plan allows ${limit} client configurations.`, {
    limit,
    used,
  });
}
