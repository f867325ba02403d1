import type { Env } from "#env.ts";
import type { OrgId } from "#ids.ts";
import type { OrganizationObject } from "./organization.ts";

/** The object of an organization. `id` comes from a verified credential or session, never from what a caller typed. */
export function getOrganization({ ORGANIZATION }: Pick<Env, "ORGANIZATION">, id: OrgId) {
  return toOrganizations(ORGANIZATION).getByName(id);
}

/** Safe because wrangler.toml binds ORGANIZATION to the class that extends OrganizationObject. */
function toOrganizations(namespace: unknown) {
  return namespace as DurableObjectNamespace<OrganizationObject>;
}
