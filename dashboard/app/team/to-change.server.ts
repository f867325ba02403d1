import { getText } from "#forms.server.ts";
import { roles } from "#organization.ts";

type Role = keyof typeof roles;

export function toRole(form: FormData): Role {
  const role = getText(form, "role");
  return isRole(role) ? role : "viewer";
}

function isRole(role: string): role is Role {
  return Object.hasOwn(roles, role);
}

/** What the form for a member says, as the API takes it: without a limit all connectors are open to their keys. */
export function toChange(form: FormData) {
  const chosen = form.getAll("connectors").map(String);
  return { role: toRole(form), connectors: getText(form, "reach") === "some" ? chosen : null };
}
