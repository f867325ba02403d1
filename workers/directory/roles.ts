import { createAccessControl } from "better-auth/plugins/access";

/** Everything that can be done in an organization, by resource. */
const statements = {
  organization: ["read", "update", "delete"],
  member: ["read", "update"],
  invitation: ["read", "write"],
  key: ["read", "write"],
  /** What lets an assistant in that a member signs in to. */
  grant: ["read", "write"],
  connection: ["read", "write"],
  activity: ["read", "payload"],
  usage: ["read"],
  billing: ["read", "write"],
  /** What the keys of a member may do at most. */
  tool: ["read", "write"],
} as const;

const accessControl = createAccessControl(statements);

/** What everybody who belongs to an organization may know of it. */
const belonging = { organization: ["read"], member: ["read"], usage: ["read"] } as const;
const working = {
  ...belonging,
  key: ["read"],
  grant: ["read", "write"],
  connection: ["read"],
} as const;

const running = { ...statements, organization: ["read", "update"] } as const;

export const roles = {
  owner: accessControl.newRole(statements),
  admin: accessControl.newRole(running),
  member: accessControl.newRole({ ...working, key: ["read", "write"], tool: ["read", "write"] }),
  viewer: accessControl.newRole({ ...working, tool: ["read"] }),
  /** Sees what was done, and not what was said in it. */
  auditor: accessControl.newRole({ ...belonging, activity: ["read"], billing: ["read"] }),
};

export type Role = keyof typeof roles;
export const roleNames = ["owner", "admin", "member", "viewer", "auditor"] as const satisfies Role[];
export type Permission = { [Resource in keyof typeof statements]?: (typeof statements)[Resource][number][] };

export function isRole(role: string): role is Role {
  return Object.hasOwn(roles, role);
}

export function mayRole(role: Role, permission: Permission): boolean {
  return roles[role].authorize(permission).success;
}

/** Everything that a role may do, as `resource:action`. */
export function listPermissions(role: Role): string[] {
  return Object.entries(roles[role].statements).flatMap(([resource, actions]) =>
    actions.map((action) => `${resource}:${action}`),
  );
}

export function listToolScopes(role: string): ("read" | "write")[] {
  if (!isRole(role)) return [];
  return statements.tool.filter((scope) => mayRole(role, { tool: [scope] }));
}

/** Whether somebody runs the organization. */
export function doesAdminister(role: string): boolean {
  return isRole(role) && mayRole(role, { organization: ["update"] });
}
