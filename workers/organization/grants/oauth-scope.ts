import { Toolset } from "#connectors/toolsets.ts";
import { FIRST_SCOPE } from "#lib/error-response.ts";
import { type Permissions, Scope } from "../keys/scope.ts";

const PREFIX = "toolset:";

/** All scopes that can be granted, as OAuth writes them. */
export const OAUTH_SCOPES = [...Scope.options, ...Toolset.options.map((name) => `${PREFIX}${name}`)];

/** Which toolsets is said only of those that may not use all. */
export function toOAuthScopes({ scopes, toolsets }: Permissions): string[] {
  return [...scopes, ...(toolsets ?? []).map((name) => `${PREFIX}${name}`)];
}

/** What was asked for, as far as it is known here: a client may ask for more than there is, `offline_access` say. */
export function fromOAuthScopes(asked: readonly string[]): { scopes: Scope[]; toolsets: string[] | null } {
  const scopes = Scope.options.filter((scope) => asked.includes(scope));
  const toolsets = Toolset.options.filter((name) => asked.includes(`${PREFIX}${name}`));
  return {
    scopes: scopes.length === 0 ? [FIRST_SCOPE] : scopes,
    toolsets: toolsets.length === 0 ? null : toolsets,
  };
}
