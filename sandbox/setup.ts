import { WorkerEntrypoint } from "cloudflare:workers";
import { provisionOrganization } from "#billing/provision-organization.ts";
import { rotateDataKeys } from "#directory/rotate-data-keys.ts";
import { type Env, getConfig } from "#env.ts";
import { throwReceipt } from "#http/throw-receipt.ts";
import { newId, type OrgId } from "#ids.ts";
import { createClock } from "#lib/clock.ts";
import { getOrganization } from "#organization/get-organization.ts";

export interface DemoOrganization {
  name: string;
  connector: string;
  credential: Record<string, string>;
}

/** Makes organizations without accounts, for the demo and for tests. No address leads here, only a service binding. */
export class Setup extends WorkerEntrypoint<Env> {
  async createOrganization({
    name,
    connector,
    credential,
  }: DemoOrganization): Promise<{ id: OrgId; apiKey: string }> {
    const clock = createClock(this.env.CLOCK);
    await clock.follow();
    const id = newId("org");
    await provisionOrganization(
      { env: this.env, config: getConfig(this.env), now: clock.now() },
      { id, name },
    );
    const organization = getOrganization(this.env, id);
    throwReceipt(await organization.connectAccount({ actor: "system" }, { connector, credential }));
    const key = throwReceipt(
      await organization.createKey({ actor: "system" }, { name: "Demo", scopes: ["read"] }),
    );
    return { id, apiKey: key.secret };
  }

  rotateDataKeys(batch: { batch: number; after?: OrgId }) {
    return rotateDataKeys(this.env.DB, getConfig(this.env).keyRing, batch);
  }
}
