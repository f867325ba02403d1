import { useRouteLoaderData } from "@remix-run/react";
import type { loader } from "#routes/$organization.tsx";

/** What every page of an organization knows: the organization, who looks at it, and what time the product has. */
export function useOrganization() {
  const frame = useOrganizationOrNull();
  if (frame === null) throw new Error("Only pages of an organization know one.");
  return { ...frame, may: (permission: string) => frame.organization.permissions.includes(permission) };
}

/** Null where the organization itself could not be read. */
export function useOrganizationOrNull() {
  return useRouteLoaderData<typeof loader>("routes/$organization") ?? null;
}

/** What a role is called, and what it is for. */
export const roles = {
  owner: { title: "Owner", text: "Everything, deleting the organization included." },
  admin: { title: "Admin", text: "Runs the organization: people, connections, billing, settings." },
  member: { title: "Member", text: "Works with tools and makes keys of their own." },
  viewer: { title: "Viewer", text: "Reads with tools, and changes nothing." },
  auditor: { title: "Auditor", text: "Sees what was done and what it cost, and nothing of what was said." },
} as const;
