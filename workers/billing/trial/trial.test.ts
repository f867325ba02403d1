import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { OrgId } from "#ids.ts";
import { advanceBilling } from "#jobs/advance-billing.ts";
import { getNow } from "#lib/get-now.ts";
import { advanceBilling as advance } from "#lifecycle/advance-billing.ts";
import { connectAccount } from "#lifecycle/connect-account.ts";
import { eraseOrganization } from "#lifecycle/erase-organization.ts";
import { toCredential } from "#tests/connections.ts";
import { database } from "#tests/database.ts";
import { close, createOwned } from "#tests/lifecycle.ts";
import { readMail } from "#tests/mailbox.ts";
import { killAtEveryStep } from "#tests/mortal-env.ts";
import { callRest, getValue } from "#tests/organization.ts";
import { advanceClock, createAccount, type SandboxAccount } from "#tests/sandbox.ts";
import { listChanges, readAccount, subscribe } from "#tests/stripe.ts";
import { claimTrial } from "./claim-trial.ts";

const by = { actor: "system" } as const;
const toContext = async (id: OrgId) => ({ env, id, now: await getNow(env), by });

const toInput = (account: SandboxAccount) => ({ connector: "hostaway", credential: toCredential(account) });

const subjectsOf = async (email: string) => (await readMail(email)).map(({ subject }) => subject);

const readEntitlement = async ({ organization }: Awaited<ReturnType<typeof createOwned>>) =>
  getValue(await organization.object.getEntitlement());

test("connecting an account counts its active listings beside the answer", async () => {
  const { organization } = await createOwned();
  const ctx = await toContext(organization.id);
  await connectAccount(ctx, toInput(await createAccount()));
  await expect.poll(async () => (await readAccount(organization)).listings).toBe(6);
});

test("three days before its end a trial is announced, once; at its end the organization is on Free", async () => {
  const owned = await createOwned();
  const { organization, owner } = owned;
  await advanceClock("10d");
  await advanceBilling(env);
  expect(await subjectsOf(owner.email)).toEqual([]);
  await advanceClock("26h");
  await advanceBilling(env);
  await advanceBilling(env);
  expect(await subjectsOf(owner.email)).toEqual([expect.stringMatching(/trial ends on 2027-/)]);
  expect((await readEntitlement(owned)).plan).toBe("starter");
  await advanceClock("3d");
  await advanceBilling(env);
  await advanceBilling(env);
  expect(await readAccount(organization)).toMatchObject({ plan: "free", status: "free", due_at: null });
  expect(await readEntitlement(owned)).toMatchObject({ plan: "free", readOnly: true, listings: 2 });
  expect(await subjectsOf(owner.email)).toContain("Test organization is now on the Free plan");
  expect(await subjectsOf(owner.email)).toHaveLength(2);
  expect((await callRest(organization.apiKey, "get_connection_status")).status).toBe(200);
});

test("who has subscribed hears nothing of the trial's end, and keeps the plan", async () => {
  const { organization, owner } = await createOwned();
  await subscribe(organization);
  await advanceClock("12d");
  await advanceBilling(env);
  await advanceClock("3d");
  await advanceBilling(env);
  expect((await subjectsOf(owner.email)).filter((subject) => /trial|Free/.test(subject))).toEqual([]);
  expect(await readAccount(organization)).toMatchObject({ plan: "starter", status: "active" });
});

test("the second organization with an account loses its trial at once, and is told why", async () => {
  const account = await createAccount();
  const [first, second] = [await createOwned(), await createOwned()];
  await connectAccount(await toContext(first.organization.id), toInput(account));
  expect(await readAccount(first.organization)).toMatchObject({ status: "trialing" });
  await connectAccount(await toContext(second.organization.id), toInput(account));
  expect(await readAccount(second.organization)).toMatchObject({ status: "free", plan: "free" });
  expect((await readEntitlement(second)).plan).toBe("free");
  const [letter] = await readMail(second.owner.email);
  expect(letter?.text).toContain("has had its trial with another organization");
  const changes = await listChanges(second.organization);
  expect(changes).toMatchObject([{ kind: "trial_ended", reason: "account_had_trial" }]);
  expect(await readAccount(first.organization)).toMatchObject({ status: "trialing" });
});

test("a claim outlives its organization and the key ring's secret that it was made with", async () => {
  const account = await createAccount();
  const [first, second] = [await createOwned(), await createOwned()];
  const [newest, older] = env.KEY_RING.split(",");
  const before = { ...env, KEY_RING: `${older},${newest}` };
  await connectAccount(await toContext(first.organization.id), toInput(account));
  await claimTrial({ ...(await toContext(first.organization.id)), env: before });
  const { deletesAt } = await close(first.organization, first.by);
  await eraseOrganization({ env, now: deletesAt }, first.organization.id);
  await connectAccount(await toContext(second.organization.id), toInput(account));
  expect((await readAccount(second.organization)).status).toBe("free");
  const { results } = await database
    .prepare("select account_hash from trial_claims where claimed_by = ?")
    .bind(first.organization.id)
    .all();
  expect(JSON.stringify(results)).not.toContain(account.accountId);
});

test("losing a trial, killed at every step, ends on Free with one letter", async () => {
  const account = await createAccount();
  const first = await createOwned();
  await connectAccount(await toContext(first.organization.id), toInput(account));
  const killed = await killAtEveryStep(
    async () => {
      const owned = await createOwned();
      getValue(await owned.organization.object.connectAccount(by, toInput(account)));
      return owned;
    },
    async (mortal, { organization: { id } }) => claimTrial({ ...(await toContext(id)), env: mortal }),
  );
  expect(killed.length).toBeGreaterThanOrEqual(5);
  for (const { organization, owner } of killed) {
    await claimTrial(await toContext(organization.id));
    await advance(await toContext(organization.id));
    expect(await readAccount(organization)).toMatchObject({ status: "free", plan: "free" });
    expect((await subjectsOf(owner.email)).filter((subject) => /Free plan/.test(subject))).toHaveLength(1);
  }
}, 60_000);

test("the end of a trial, killed at every step, ends on Free with one letter", async () => {
  const killed = await killAtEveryStep(
    async () => {
      const owned = await createOwned();
      await database
        .prepare("update billing_accounts set trial_ends_at = 1, due_at = 1 where organization_id = ?")
        .bind(owned.organization.id)
        .run();
      return owned;
    },
    async (mortal, { organization: { id } }) => advance({ ...(await toContext(id)), env: mortal }),
  );
  expect(killed.length).toBeGreaterThanOrEqual(5);
  for (const { organization, owner } of killed) {
    await advance(await toContext(organization.id));
    expect(await readAccount(organization)).toMatchObject({ status: "free" });
    expect((await subjectsOf(owner.email)).filter((subject) => /Free plan/.test(subject))).toHaveLength(1);
  }
}, 60_000);
