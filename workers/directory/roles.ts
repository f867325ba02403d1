import { createAccessControl } from "better-auth/plugins/access";
import { defaultStatements } from "better-auth/plugins/organization/access";

/** Everything that can be done in an organization, by resource. */
const statements = {
  ...defaultStatements,
  key: ["read", "write"],
  connection: ["read", "write"],
  activity: ["read", "payload"],
} as const;

export const accessControl = createAccessControl(statements);

const reading = { key: ["read"], connection: ["read"] } as const;

export const roles = {
  owner: accessControl.newRole({
    organization: ["update", "delete"],
    member: ["create", "update", "delete"],
    invitation: ["create", "cancel"],
    key: ["read", "write"],
    connection: ["read", "write"],
    activity: ["read", "payload"],
  }),
  admin: accessControl.newRole({
    organization: ["update"],
    member: ["create", "update", "delete"],
    invitation: ["create", "cancel"],
    key: ["read", "write"],
    connection: ["read", "write"],
    activity: ["read", "payload"],
  }),
  member: accessControl.newRole({ ...reading, key: ["read", "write"] }),
  viewer: accessControl.newRole(reading),
  /** Sees what was done, and not what was said in it. */
  auditor: accessControl.newRole({ activity: ["read"] }),
};

export type Role = keyof typeof roles;
export type Permission = { [Resource in keyof typeof statements]?: (typeof statements)[Resource][number][] };

export function isRole(role: string): role is Role {
  return Object.hasOwn(roles, role);
}

export function mayRole(role: Role, permission: Permission): boolean {
  return roles[role].authorize(permission).success;
}
