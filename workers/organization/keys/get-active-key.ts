import { AppError } from "#errors.ts";
import type { KeyId } from "#ids.ts";
import type { Rooms } from "../rooms.ts";
import type { KeyRow } from "./key-table.ts";

export function getActiveKey({ keys }: Rooms, id: KeyId): KeyRow {
  const key = keys.findActive(id);
  if (key === null) throw new AppError("not_found", `This organization has no active key ${id}.`);
  return key;
}
