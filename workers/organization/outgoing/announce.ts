import { z } from "zod";
import { parseInput } from "#lib/parse-input.ts";
import type { Rooms } from "../rooms.ts";
import { eventTypes } from "./event-types.ts";

export const Announce = z.object({
  /** What happened: the same again is told once only. */
  key: z.string().min(1),
  type: z.enum(eventTypes),
  data: z.record(z.string(), z.unknown()),
});
export type Announce = z.input<typeof Announce>;

/** Tells outgoing webhooks of what happened outside of the object. */
export function announce({ events, ports }: Rooms, input: Announce): void {
  const { key, ...event } = parseInput(Announce, input);
  events.note({ ...event, key: `${event.type}/${key}`, at: ports.clock.now() });
}
