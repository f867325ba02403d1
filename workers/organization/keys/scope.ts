import { z } from "zod";
import type { Access } from "#connectors/define-tool.ts";
import { AppError } from "#errors.ts";

export const Scope = z.enum(["read", "write"]);
export type Scope = z.infer<typeof Scope>;

export function toScope(access: Access): Scope {
  return access === "read" ? "read" : "write";
}

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
  throw new AppError("insufficient_scope", `This key lacks the ${lacking}.`);
}
