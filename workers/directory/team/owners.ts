import { sql } from "drizzle-orm";
import { AppError } from "#errors.ts";
import type { OrgId } from "#ids.ts";
import type { Role } from "../roles.ts";
import { invitations, members } from "../schema/index.ts";

/** True of a row that is no owner, or not the only one: asked in the statement that changes it, so that no two pass at once. */
export const isNotLastOwner = (id: OrgId) => sql`(${members.role} <> 'owner' or (
  select count(*) from ${members} as owners where owners.organization_id = ${id} and owners.role = 'owner') > 1)`;

/** True while somebody has the role by which it was judged what they may do. */
export const hasStill = (id: OrgId, userId: string, role: Role) => sql`exists (
  select 1 from ${members} as judges
  where judges.organization_id = ${id} and judges.user_id = ${userId} and judges.role = ${role})`;

/** True of an invitation that its inviter could not make today: they left, or run the organization no longer. */
export const isOrphaned = (id: OrgId) => sql`not exists (
  select 1 from ${members} as inviters
  where inviters.organization_id = ${id} and inviters.user_id = ${invitations.inviterId}
    and (inviters.role = 'owner' or (inviters.role = 'admin' and ${invitations.role} <> 'owner')))`;

export const lastOwner = () =>
  new AppError("conflict", "An organization needs an owner. Make somebody else an owner first.");

export const changedMeanwhile = () =>
  new AppError("conflict", "Somebody changed a role at the same moment. Look again, and try again.");
