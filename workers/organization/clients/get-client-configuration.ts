import type { ClientConfigurationId } from "#ids.ts";
import type { Rooms } from "../rooms.ts";
import { keyPlaceholder } from "./catalogue/client-entry.ts";
import { clientCatalogue } from "./client-catalogue.ts";
import { type ClientSetup, toClientSetup } from "./client-setup.ts";
import { type ShownClientConfiguration, toShownClientConfiguration } from "./shown-client-configuration.ts";

export function getClientConfiguration(
  rooms: Rooms,
  id: ClientConfigurationId,
): ShownClientConfiguration & { setup: ClientSetup & { placeholder: string } } {
  const row = rooms.clients.get(id);
  const way = clientCatalogue[row.client].key;
  const setup = toClientSetup(way, { name: row.name, apiUrl: rooms.ports.apiUrl });
  return { ...toShownClientConfiguration(rooms, row), setup: { ...setup, placeholder: keyPlaceholder } };
}
