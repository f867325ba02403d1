import { WorkerEntrypoint } from "cloudflare:workers";
import { toEntitlement } from "#billing/to-entitlement.ts";
import { type Env, getConfig } from "#env.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { findKeyOrganization } from "#organization/keys/key-format.ts";
import { Setup } from "#sandbox/setup.ts";
import { letIn } from "./let-in.ts";

/** Organizations whose limits are out of the way, so that what is measured is the path and not a refusal. */
export class BenchSetup extends WorkerEntrypoint<Env> {
  /** One that is billed as any other. */
  createBilled(credential: Record<string, string>): Promise<{ id: string; apiKey: string }> {
    const setup = new Setup(this.ctx, this.env);
    return setup.createOrganization({ name: "Billed", connector: "hostaway", credential });
  }

  /** An access token that opens the organization of this key. */
  letIn(apiKey: string): Promise<string> {
    const organization = findKeyOrganization(apiKey, getConfig(this.env).keyRing);
    if (organization === null) throw new Error("This is no key of the bench.");
    return letIn(this.env, organization);
  }

  async createOrganizations(count: number, credential: Record<string, string>): Promise<string[]> {
    const setup = new Setup(this.ctx, this.env);
    const create = async () => {
      const { id, apiKey } = await setup.createOrganization({
        name: "Bench",
        connector: "hostaway",
        credential,
      });
      const unlimited = { toolCalls: 1e9, burst: 1e9 };
      const entitlement = toEntitlement("enterprise", { status: "active", version: 2 });
      await getOrganization(this.env, id).setEntitlement({ ...entitlement, ...unlimited });
      return apiKey;
    };
    return Promise.all(Array.from({ length: count }, create));
  }
}
