import { isRole, mayRole, type Permission, type Role } from "#directory/roles.ts";
import { findMembership } from "#directory/team/find-membership.ts";
import type { Env } from "#env.ts";
import { AppError, toAppError } from "#errors.ts";
import type { OrgId } from "#ids.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { isAllowedFrom } from "#organization/keys/ip-allow-list.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import { type Cost, type Person, requirePerson } from "./require-person.ts";

export interface Access extends Cost {
  /** Also while the organization is being deleted. */
  whileClosing?: boolean;
  /** Also where an organization can only be read: it takes nothing but access away. */
  whileReadOnly?: boolean;
}

type Membership = NonNullable<Awaited<ReturnType<typeof findMembership>>>;

export interface Member extends Person {
  role: Role;
  id: OrgId;
  /** What the organization is and asks of people, as it was found just now. */
  membership: Membership;
  organization: ReturnType<typeof getOrganization>;
}

/** `organization`: an id or a slug. A stranger to the organization learns no more than that there is nothing at this address. */
export async function requireMember(
  env: Env,
  headers: Headers,
  organization: string,
  permission: Permission,
  { whileClosing = false, whileReadOnly = false, ...cost }: Access,
): Promise<Member> {
  const person = await requirePerson(env, headers, cost);
  const membership = await findMembership(env.DB, organization, person.userId);
  if (membership === null || !isRole(membership.role)) {
    throw new AppError("not_found", "You are in no organization with this id or slug.");
  }
  const { id, role } = membership;
  const member = { ...person, role, id, membership, organization: getOrganization(env, id) };
  try {
    assertOpen(membership, whileClosing);
    assertAdmitted(membership, person);
    assertPermitted(membership.role, permission);
    if (!whileReadOnly) assertNotArchived(membership, permission);
    if (!whileClosing && !whileReadOnly) assertNotSuspended(membership, permission);
  } catch (thrown) {
    await recordRefusal(member, permission, toAppError(thrown));
    throw thrown;
  }
  return member;
}

function assertPermitted(role: Role, permission: Permission): void {
  if (mayRole(role, permission)) return;
  throw new AppError("role_not_sufficient", `Your role here is ${role}, which does not include this action.`);
}

/** Where payment has failed for good everything can be read, exported, paid and deleted, and nothing else be done. */
function assertNotArchived({ billingStatus }: Membership, permission: Permission): void {
  if (billingStatus !== "archived") return;
  const { billing: _, organization = [], ...others } = permission;
  const actions = [...organization.filter((action) => action !== "delete"), ...Object.values(others).flat()];
  if (actions.every(isRead)) return;
  throw new AppError(
    "payment_required",
    "Payment has failed for good, so this organization can only be read. Subscribe again to change it.",
  );
}

/** What the operator has suspended can be read, exported and paid or canceled: it goes on costing money. */
function assertNotSuspended({ suspendedAt, suspensionReason }: Membership, permission: Permission): void {
  const { billing: _, ...others } = permission;
  if (suspendedAt === null || Object.values(others).flat().every(isRead)) return;
  throw new AppError(
    "organization_suspended",
    `The operator of this Latchkey has suspended this organization, so it can only be read: ${suspensionReason}`,
  );
}

const isRead = (action: string) => action === "read" || action === "payload";

/** A member who was refused is in the organization's log, once in ten seconds. */
async function recordRefusal(
  { by, organization }: Member,
  permission: Permission,
  { code, message }: AppError,
) {
  const [[resource = "", actions] = []] = Object.entries(permission);
  const target = `${resource}:${actions?.join()}`;
  throwReceipt(await organization.recordEvent(by, { action: "authorize", target, result: code, message }));
}

function assertOpen({ state, deletesAt }: Membership, whileClosing: boolean): void {
  if (state === "active" || (state === "deleting" && whileClosing)) return;
  if (state === "provisioning") {
    throw new AppError(
      "organization_closed",
      "This organization is still being set up. Try again in a minute.",
      {
        whoCanFix: "time",
      },
    );
  }
  const end =
    deletesAt === null ? "" : ` Its data goes on ${new Date(deletesAt).toISOString().slice(0, 10)}.`;
  throw new AppError("organization_closed", `This organization is being deleted.${end}`);
}

function assertAdmitted({ ipAllowList, requireTwoFactor }: Membership, { hasTwoFactor, ip }: Person): void {
  if (!isAllowedFrom(ipAllowList, ip)) {
    throw new AppError(
      "ip_not_allowed",
      "This organization is open from certain addresses only, and not from yours.",
    );
  }
  if (requireTwoFactor && !hasTwoFactor) throw new AppError("two_factor_required");
}
