import { getText } from "#forms.server.ts";

/** What the form allows, as the API takes it. */
export function toApproval(form: FormData) {
  return {
    decision: "approve" as const,
    handle: getText(form, "handle"),
    organization: getText(form, "organization"),
    scopes: getText(form, "scopes") === "write" ? ["read", "write"] : ["read"],
    toolsets: toChosen(form, "toolsets"),
    connections: toChosen(form, "connections"),
  };
}

/** All that were offered means all: those too that come later. */
function toChosen(form: FormData, name: string): string[] | null {
  const chosen = form.getAll(name).map(String);
  return chosen.length === Number(form.get(`offered.${name}`)) ? null : chosen;
}
