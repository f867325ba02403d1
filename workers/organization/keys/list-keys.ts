import type { Rooms } from "../rooms.ts";
import { type MaskedKey, toMaskedKey } from "./masked-key.ts";

/** Oldest first; with `graceUntil` the ones that were replaced and still work. */
export function listKeys({ keys, ports, usage }: Rooms): MaskedKey[] {
  return keys.listOpen(ports.clock.now()).map((key) => toMaskedKey(key, usage.getByActor(key.id)));
}
