import { consumeRate } from "#directory/consume-rate.ts";
import { findMemberRole } from "#directory/find-member-role.ts";
import { isRole, mayRole, type Permission, type Role } from "#directory/roles.ts";
import type { Env } from "#env.ts";
import { AppError } from "#errors.ts";
import { OrgId } from "#ids.ts";
import { getNow } from "#lib/get-now.ts";
import type { By } from "#organization/audit/audit-entry.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { getAuth } from "./get-auth.ts";

const RATE = { requests: 100, seconds: 60 };

export interface Member {
  userId: string;
  by: By;
  role: Role;
  id: OrgId;
  /** The organization that this person was found to be a member of, just now. */
  organization: ReturnType<typeof getOrganization>;
}

/** A stranger to the organization learns no more than that there is nothing at this address. */
export async function requireMember(
  env: Env,
  headers: Headers,
  organization: string,
  permission: Permission,
): Promise<Member> {
  const session = await getAuth(env).api.getSession({ headers });
  if (session === null) throw new AppError("not_signed_in");
  await consumeRate(env.DB, `api/${session.user.id}`, RATE, await getNow(env));
  const id = OrgId.safeParse(organization).data;
  const role = id === undefined ? null : await findMemberRole(env.DB, id, session.user.id);
  if (id === undefined || role === null || !isRole(role)) {
    throw new AppError("not_found", "You are in no organization with this id.");
  }
  if (!mayRole(role, permission)) {
    throw new AppError(
      "role_not_sufficient",
      `Your role here is ${role}, which does not include this action.`,
    );
  }
  return {
    userId: session.user.id,
    by: {
      actor: `user:${session.user.id}`,
      ip: headers.get("cf-connecting-ip") ?? undefined,
      userAgent: headers.get("user-agent") ?? undefined,
    },
    role,
    id,
    organization: getOrganization(env, id),
  };
}
