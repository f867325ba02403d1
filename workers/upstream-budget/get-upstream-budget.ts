import type { Env } from "#env.ts";
import type { UpstreamBudget } from "./upstream-budget.ts";

/** `scope`: what the budget is of, an account or an address. */
export function getUpstreamBudget({ UPSTREAM_BUDGET }: Pick<Env, "UPSTREAM_BUDGET">, scope: string) {
  return toBudgets(UPSTREAM_BUDGET).getByName(scope);
}

/** Safe because wrangler.toml binds UPSTREAM_BUDGET to this class. */
function toBudgets(namespace: unknown) {
  return namespace as DurableObjectNamespace<UpstreamBudget>;
}
