import { WorkerEntrypoint } from "cloudflare:workers";
import type { Env } from "#env.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { Setup } from "#sandbox/setup.ts";

/** Organizations whose limits are out of the way, so that what is measured is the path and not a refusal. */
export class BenchSetup extends WorkerEntrypoint<Env> {
  async createOrganizations(count: number, credential: Record<string, string>): Promise<string[]> {
    const setup = new Setup(this.ctx, this.env);
    const create = async () => {
      const { id, apiKey } = await setup.createOrganization({
        name: "Bench",
        connector: "hostaway",
        credential,
      });
      const counts = { apiKeys: 5, connections: 1, members: 1, clientConfigurations: 1 };
      const limits = { ...counts, toolCalls: 1e9, auditDays: 365, burst: 1e9 };
      await getOrganization(this.env, id).setEntitlement({
        version: 2,
        plan: "bench",
        status: "active",
        ...limits,
      });
      return apiKey;
    };
    return Promise.all(Array.from({ length: count }, create));
  }
}
