import type { Role } from "#directory/roles.ts";
import { AppError } from "#errors.ts";

/** Only an owner touches owners, or makes one. */
export function assertMayManage(role: Role, target: Role, becoming: Role = target): void {
  if (role === "owner" || (target !== "owner" && becoming !== "owner")) return;
  throw new AppError("role_not_sufficient", "Only an owner can change owners, or make somebody an owner.");
}
