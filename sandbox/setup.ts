import { WorkerEntrypoint } from "cloudflare:workers";
import { proveBill } from "#billing/proof/prove-bill.ts";
import { rotateDataKeys } from "#directory/rotate-data-keys.ts";
import { type Env, getConfig } from "#env.ts";
import { getAuth } from "#http/get-auth.ts";
import type { OrgId } from "#ids.ts";
import { runJobs } from "#jobs/run-jobs.ts";
import { createClock } from "#lib/clock.ts";
import { getNow } from "#lib/get-now.ts";
import { createOrganization } from "#lifecycle/create-organization.ts";
import { verifyAudits } from "#lifecycle/verify-audits.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";

export interface DemoOrganization {
  name: string;
  owner?: { name: string; email: string; password: string };
  connector: string;
  credential: Record<string, string>;
}

/** Makes an organization with an owner who can sign in, for the demo and for tests. No address leads here, only a service binding. */
export class Setup extends WorkerEntrypoint<Env> {
  async createOrganization({
    name,
    owner,
    connector,
    credential,
  }: DemoOrganization): Promise<{ id: OrgId; apiKey: string }> {
    const clock = createClock(this.env.CLOCK);
    await clock.follow();
    const id = await createOrganization(
      { env: this.env, now: clock.now(), ownerId: owner && (await this.createUser(owner)) },
      { name },
    );
    const organization = getOrganization(this.env, id);
    throwReceipt(await organization.connectAccount({ actor: "system" }, { connector, credential }));
    const key = throwReceipt(
      await organization.createKey({ actor: "system" }, { name: "Demo", scopes: ["read"] }),
    );
    return { id, apiKey: key.secret };
  }

  private async createUser({
    name,
    email,
    password,
  }: NonNullable<DemoOrganization["owner"]>): Promise<string> {
    const { internalAdapter, password: passwords } = await getAuth(this.env).$context;
    const { id: userId } = await internalAdapter.createUser(
      { name, email, emailVerified: true },
      { method: "email-password" },
    );
    const hash = await passwords.hash(password);
    await internalAdapter.linkAccount({
      userId,
      accountId: userId,
      providerId: "credential",
      password: hash,
    });
    return userId;
  }

  /** What Cloudflare's cron would start. */
  runJobs(): Promise<void> {
    return runJobs(this.env, Date.now());
  }

  verifyAudits(batch: { batch: number; after?: OrgId }) {
    return verifyAudits(this.env, batch);
  }

  async proveBill(id: OrgId, month: string) {
    const by = { actor: "system" } as const;
    return proveBill({ env: this.env, id, now: await getNow(this.env), by }, month);
  }

  rotateDataKeys(batch: { batch: number; after?: OrgId }) {
    return rotateDataKeys(this.env.DB, getConfig(this.env).keyRing, batch);
  }
}
