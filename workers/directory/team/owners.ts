import { sql } from "drizzle-orm";
import { AppError } from "#errors.ts";
import type { OrgId } from "#ids.ts";
import { members } from "../schema/index.ts";

/** True of a row that is no owner, or not the only one: asked in the statement that changes it, so that no two pass at once. */
export const isNotLastOwner = (id: OrgId) => sql`(${members.role} <> 'owner' or (
  select count(*) from ${members} as owners where owners.organization_id = ${id} and owners.role = 'owner') > 1)`;

export const lastOwner = () =>
  new AppError("conflict", "An organization needs an owner. Make somebody else an owner first.");
