import type { Rooms } from "../rooms.ts";
import { type MaskedKey, toMaskedKey } from "./create-key.ts";

export function listKeys({ keys, usage }: Rooms): MaskedKey[] {
  return keys.listActive().map((key) => toMaskedKey(key, usage.getByActor(key.id)));
}
