import type { Rooms } from "../rooms.ts";
import { type ShownClientConfiguration, toShownClientConfiguration } from "./shown-client-configuration.ts";

/** Oldest first. */
export function listClientConfigurations(rooms: Rooms): ShownClientConfiguration[] {
  return rooms.clients.list().map((row) => toShownClientConfiguration(rooms, row));
}
