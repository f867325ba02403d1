import { and, eq } from "drizzle-orm";
import { AppError } from "#errors.ts";
import type { Scope } from "../directory.ts";
import { isRole, type Role } from "../roles.ts";
import { members } from "../schema/index.ts";

export interface TeamMember {
  userId: string;
  role: Role;
  connectors: string[] | null;
}

export async function findMember({ id, orm }: Scope, userId: string): Promise<TeamMember | null> {
  const row = await orm
    .select({ role: members.role, connectors: members.connectors })
    .from(members)
    .where(and(eq(members.organizationId, id), eq(members.userId, userId)))
    .get();
  return row === undefined || !isRole(row.role)
    ? null
    : { userId, role: row.role, connectors: row.connectors };
}

export async function getMember(scope: Scope, userId: string): Promise<TeamMember> {
  const member = await findMember(scope, userId);
  if (member === null) throw new AppError("not_found", "There is no such member in this organization.");
  return member;
}
