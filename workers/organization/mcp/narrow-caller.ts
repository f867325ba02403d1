import { Toolset } from "#connectors/toolsets.ts";
import { AppError } from "#errors.ts";
import { toOAuthScopes } from "../grants/oauth-scope.ts";
import type { Caller } from "../keys/authenticate.ts";
import type { Permissions } from "../keys/scope.ts";

/** `?toolsets=core,finance` and `?readonly=1` in the address: less than the key may do, never more. */
export function narrowCaller(caller: Caller, search: URLSearchParams): Caller {
  const { grantable } = caller;
  const own = narrow(caller, search, grantable === null);
  return { ...caller, ...own, grantable: grantable && narrow(grantable, search, false) };
}

function narrow(permissions: Permissions, search: URLSearchParams, isKey: boolean): Permissions {
  const toolsets = toToolsets(permissions, search.get("toolsets"), isKey);
  const scopes = isReadonly(search.get("readonly"))
    ? permissions.scopes.filter((scope) => scope === "read")
    : permissions.scopes;
  return { toolsets, scopes };
}

function toToolsets(permissions: Permissions, wish: string | null, isKey: boolean): readonly string[] | null {
  if (wish === null) return permissions.toolsets;
  const names = wish.split(",").map((name) => name.trim());
  // Named one by one, so that they are all listed: of a key that may use all, only the default is otherwise.
  if (names.includes("all")) return permissions.toolsets ?? Toolset.options;
  if (!names.every((name) => Toolset.safeParse(name).success)) {
    const known = [...Toolset.options, "all"].join(", ");
    throw new AppError("invalid_request", `\`toolsets\` in the address takes ${known}, separated by commas.`);
  }
  const { toolsets } = permissions;
  const lacking = names.find((name) => toolsets !== null && !toolsets.includes(name));
  if (lacking !== undefined) {
    const wanted = { ...permissions, toolsets: [...new Set([...(toolsets ?? []), ...names])] };
    // Nobody can be asked to let a key do more.
    const scopes = isKey ? undefined : toOAuthScopes(wanted);
    throw new AppError("insufficient_scope", `What calls here lacks the toolset "${lacking}".`, { scopes });
  }
  return names;
}

function isReadonly(wish: string | null): boolean {
  if (wish === null || wish === "0") return false;
  if (wish === "1") return true;
  throw new AppError("invalid_request", "`readonly` in the address takes 1 or 0.");
}
