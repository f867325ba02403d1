import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { getNow } from "#lib/get-now.ts";
import { advanceBilling } from "#lifecycle/advance-billing.ts";
import { database } from "#tests/database.ts";
import { createOrganization } from "#tests/organization.ts";
import { readAccount } from "#tests/stripe.ts";
import { findEntitlement } from "./find-entitlement.ts";

test("an organization from before there was billing gets an account by migration, and its entitlement when the job comes to it", async () => {
  const { id } = await createOrganization();
  await database.prepare("delete from billing_accounts where organization_id = ?").bind(id).run();
  const backfill = env.TEST_MIGRATIONS.find(({ name }) => name.includes("billing_of_earlier_organizations"));
  for (const query of backfill?.queries ?? []) await database.prepare(query).run();
  expect(await readAccount({ id })).toMatchObject({ plan: "starter", status: "trialing" });
  await advanceBilling({ env, id, now: await getNow(env), by: { actor: "system" } });
  expect(await findEntitlement(env.DB, id)).toMatchObject({ plan: "starter", status: "trialing" });
});
