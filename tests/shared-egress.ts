import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { restart, type TestOrganization } from "./organization.ts";

/** From now on this organization's requests leave by the one address that all others so marked use. */
export async function shareEgress(organization: TestOrganization): Promise<void> {
  await restart(organization);
  await runInDurableObject(organization.object, (instance) => {
    Object.assign(instance, { env: { ...env, HOSTAWAY_EGRESS: "shared" } });
  });
}
