import { Toolset } from "#connectors/toolsets.ts";
import { AppError } from "#errors.ts";
import type { Caller } from "../keys/authenticate.ts";

/** `?toolsets=core,finance` and `?readonly=1` in the address: less than the key may do, never more. */
export function narrowCaller(caller: Caller, search: URLSearchParams): Caller {
  const toolsets = toToolsets(caller, search.get("toolsets"));
  const scopes = isReadonly(search.get("readonly"))
    ? caller.scopes.filter((scope) => scope === "read")
    : caller.scopes;
  return { ...caller, toolsets, scopes };
}

function toToolsets(caller: Caller, wish: string | null): readonly string[] | null {
  if (wish === null) return caller.toolsets;
  const names = wish.split(",").map((name) => name.trim());
  // Named one by one, so that they are all listed: of a key that may use all, only the default is otherwise.
  if (names.includes("all")) return caller.toolsets ?? Toolset.options;
  for (const name of names) {
    if (!Toolset.safeParse(name).success) {
      const known = [...Toolset.options, "all"].join(", ");
      throw new AppError(
        "invalid_request",
        `\`toolsets\` in the address takes ${known}, separated by commas.`,
      );
    }
    if (caller.toolsets !== null && !caller.toolsets.includes(name)) {
      throw new AppError("insufficient_scope", `This key lacks the toolset "${name}".`);
    }
  }
  return names;
}

function isReadonly(wish: string | null): boolean {
  if (wish === null || wish === "0") return false;
  if (wish === "1") return true;
  throw new AppError("invalid_request", "`readonly` in the address takes 1 or 0.");
}
