import type { ClientConfigurationId } from "#ids.ts";
import type { Rooms } from "../rooms.ts";
import { keyPlaceholder } from "./client-catalogue.ts";
import { type ClientSetup, toClientSetup } from "./client-setup.ts";
import { type ShownClientConfiguration, toShownClientConfiguration } from "./shown-client-configuration.ts";

export function getClientConfiguration(
  rooms: Rooms,
  id: ClientConfigurationId,
): ShownClientConfiguration & { setup: ClientSetup & { placeholder: string } } {
  const row = rooms.clients.get(id);
  const setup = toClientSetup(row.client, { name: row.name, apiUrl: rooms.ports.apiUrl });
  return { ...toShownClientConfiguration(rooms, row), setup: { ...setup, placeholder: keyPlaceholder } };
}
