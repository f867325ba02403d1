import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { getUpstreamBudget } from "#upstream-budget/get-upstream-budget.ts";
import { restart, type TestOrganization } from "./organization.ts";

/** From now on this organization's requests leave by the one address that all others so marked use. */
export async function shareEgress(organization: TestOrganization): Promise<void> {
  await restart(organization);
  await runInDurableObject(organization.object, (instance) => {
    Object.assign(instance, { env: { ...env, HOSTAWAY_EGRESS: "shared" } });
  });
}

/** The address begins anew. What an earlier file's tests left there is of a clock that has been set back since. */
export async function forgetEgress(): Promise<void> {
  const budget = getUpstreamBudget(env, "hostaway/address");
  const aborting = runInDurableObject(budget, (_, state) => state.abort("restarted by a test"));
  await aborting.catch(() => {});
}
