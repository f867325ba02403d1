import { z } from "zod";
import type { Access } from "#connectors/define-tool.ts";
import { AppError } from "#errors.ts";

export const Scope = z.enum(["read", "write"]);
export type Scope = z.infer<typeof Scope>;

export function toScope(access: Access): Scope {
  return access === "read" ? "read" : "write";
}

/** What the scope "write" is worth: writing, or only asking what a write would do. */
export const Writes = z.enum(["allowed", "dry_run"]);
export type Writes = z.infer<typeof Writes>;

/** What a key may do: its scopes, with the tools of its toolsets. No toolsets named: all of them. */
export interface Permissions {
  scopes: readonly Scope[];
  toolsets: readonly string[] | null;
}

/** What a tool asks of a key. */
export interface Needed {
  scope: Scope;
  tool: { toolset: string };
}

export function isPermitted({ scopes, toolsets }: Permissions, { scope, tool }: Needed): boolean {
  return scopes.includes(scope) && (toolsets === null || toolsets.includes(tool.toolset));
}

export function requirePermission(permissions: Permissions, needed: Needed): void {
  if (isPermitted(permissions, needed)) return;
  const { scope, tool } = needed;
  const lacking = permissions.scopes.includes(scope) ? `toolset "${tool.toolset}"` : `scope "${scope}"`;
  throw new AppError("insufficient_scope", `What calls here lacks the ${lacking}.`);
}

/** Not said of a key that lacks the scope: it is not permitted the tool at all. */
export function requireWrites(writes: Writes): void {
  if (writes === "allowed") return;
  throw new AppError(
    "insufficient_scope",
    "This key may only try writes: call again with dry_run true, or with a key that may write.",
  );
}
