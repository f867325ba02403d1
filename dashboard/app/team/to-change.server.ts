import { getText, unparsed } from "#forms.server.ts";
import type { roles } from "#organization.ts";

export const toRole = (form: FormData) => unparsed<keyof typeof roles>(form.get("role"));

/** What the form for a member says, as the API takes it: without a limit all connectors are open to their keys. */
export function toChange(form: FormData) {
  const chosen = form.getAll("connectors").map(String);
  return { role: toRole(form), connectors: getText(form, "reach") === "some" ? chosen : null };
}
