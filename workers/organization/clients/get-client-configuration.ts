import type { ClientConfigurationId } from "#ids.ts";
import type { Rooms } from "../rooms.ts";
import {
  type ClientSetup,
  type ShownClientConfiguration,
  toClientSetup,
  toShownClientConfiguration,
} from "./shown-client-configuration.ts";

export function getClientConfiguration(
  rooms: Rooms,
  id: ClientConfigurationId,
): ShownClientConfiguration & { setup: ClientSetup } {
  const row = rooms.clients.get(id);
  return { ...toShownClientConfiguration(rooms, row), setup: toClientSetup(rooms, row) };
}
