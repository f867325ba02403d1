import { AppError } from "#errors.ts";
import type { KeyId } from "#ids.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import type { Member } from "./require-member.ts";

/** Regenerating a key hands out its reach, so whoever does not run the organization touches only keys of their own. */
export async function assertOwnKey(member: Member, id: KeyId): Promise<void> {
  if (member.role !== "member") return;
  const key = throwReceipt(await member.organization.listKeys()).find((listed) => listed.id === id);
  if (key !== undefined) assertMade(member, key.createdBy);
}

export function assertMade({ by, role }: Member, createdBy: string): void {
  if (role !== "member" || createdBy === by.actor) return;
  throw new AppError("role_not_sufficient", "As a member you can change only the keys that you made.");
}
