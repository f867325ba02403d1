import { and, eq, sql } from "drizzle-orm";
import { AppError } from "#errors.ts";
import type { OrgId } from "#ids.ts";
import { isRole, type Role } from "../roles.ts";
import { invitations, members, organizations, users } from "../schema/index.ts";

export const INVITATION_MS = 7 * 24 * 60 * 60 * 1_000;

export interface Invitation {
  id: string;
  organizationId: OrgId;
  organizationName: string;
  email: string;
  role: Role;
  inviter: string;
  createdAt: number;
  expiresAt: number;
}

/** What is read of an invitation, with the names that go with it. */
export const columns = {
  id: invitations.id,
  organizationId: invitations.organizationId,
  organizationName: organizations.name,
  email: invitations.email,
  role: invitations.role,
  status: invitations.status,
  inviter: users.name,
  createdAt: invitations.createdAt,
  expiresAt: invitations.expiresAt,
};

export const ofOrganization = eq(organizations.id, invitations.organizationId);
export const ofInviter = eq(users.id, invitations.inviterId);

/** Waits for an answer, in this organization. */
export const isWaiting = (organization: OrgId, invitation: string) =>
  and(
    eq(invitations.organizationId, organization),
    eq(invitations.id, invitation),
    eq(invitations.status, "pending"),
  );

/** Members of this organization. */
export const memberCount = (id: OrgId) =>
  sql<number>`(select count(*) from ${members} as present where present.organization_id = ${id})`;

/** Members of this organization, and people who may become one. */
export const placeCount = (id: OrgId, now: number) => sql<number>`(${memberCount(id)} + (
  select count(*) from ${invitations} as open
  where open.organization_id = ${id} and open.status = 'pending' and open.expires_at > ${now}))`;

export const noPlace = (limit: number) =>
  new AppError("plan_limit_reached", `This plan has room for ${limit} members, invited ones counted.`, {
    limit,
    used: limit,
  });

interface Row extends Omit<Invitation, "role" | "createdAt" | "expiresAt"> {
  role: string | null;
  status: string;
  createdAt: Date;
  expiresAt: Date;
}

export function toInvitation({ status: _, role, createdAt, expiresAt, ...row }: Row): Invitation {
  if (role === null || !isRole(role)) throw new Error("An invitation names no role.");
  return { ...row, role, createdAt: createdAt.getTime(), expiresAt: expiresAt.getTime() };
}

/** The same for an invitation that is not there, was used, was revoked, or is for somebody else. */
export const noInvitation = () =>
  new AppError("not_found", "This invitation is not there, was used already, or is for another address.");
