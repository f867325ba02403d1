import { AppError } from "#errors.ts";
import type { Rooms } from "../rooms.ts";

export function assertMember({ membership }: Pick<Rooms, "membership">, id: string): void {
  if (membership.present.members.has(id)) return;
  throw new AppError("invalid_request", "There is no such member in this organization.");
}
