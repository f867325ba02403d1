import { getText } from "#forms.server.ts";

/** What the form for a new key says, as the API takes it. */
export function toNewKey(form: FormData) {
  const toolsets = form.getAll("toolsets").map(String);
  const addresses = getText(form, "ipAllowList")
    .split(/[\s,]+/)
    .filter(Boolean);
  const lastDay = getText(form, "expiresAt");
  return {
    name: getText(form, "name"),
    environment: getText(form, "environment") === "test" ? ("test" as const) : ("live" as const),
    ...toAccess(getText(form, "access")),
    toolsets: toolsets.length === 0 ? null : toolsets,
    ipAllowList: addresses.length === 0 ? null : addresses,
    // A day lasts until its end; what is no day is refused by the API.
    expiresAt: lastDay === "" ? null : Date.parse(`${lastDay}T23:59:59Z`) || -1,
  };
}

function toAccess(chosen: string): { scopes: ("read" | "write")[]; writes?: "allowed" | "dry_run" } {
  if (chosen === "write") return { scopes: ["read", "write"] };
  if (chosen === "try") return { scopes: ["read", "write"], writes: "dry_run" };
  return { scopes: ["read"] };
}
