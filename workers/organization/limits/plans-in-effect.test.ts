import { expect, test } from "vitest";
import { toEntitlement } from "#billing/to-entitlement.ts";
import { database } from "#tests/database.ts";
import {
  callRest,
  createKey,
  createOrganization,
  restart,
  setEntitlement,
  type TestOrganization,
} from "#tests/organization.ts";
import { advanceClock } from "#tests/sandbox.ts";
import type { Entitlement } from "./entitlement.ts";

const STATUS = "get_connection_status";

test("a plan that only reads refuses tools that write, and a trial of them, and says so", async () => {
  const organization = await createOrganization();
  const { secret } = await createKey(organization, { scopes: ["read", "write"] });
  await setEntitlement(organization, { readOnly: true });
  const refused = await callRest(secret, "update_listing", { property_id: 40160, dry_run: true });
  expect([refused.status, refused.error?.code]).toEqual([402, "plan_limit_reached"]);
  expect(refused.error?.message).toContain("only reads");
});

test("beyond the quota calls go on where the organization pays for them", async () => {
  const organization = await createOrganization();
  await setEntitlement(organization, { toolCalls: 1, overage: "bill" });
  for (let call = 0; call < 3; call += 1)
    expect((await callRest(organization.apiKey, "get_properties")).status).toBe(200);
  expect((await callRest(organization.apiKey, STATUS)).body).toMatchObject({ tool_calls: { used: 4 } });
});

test("an entitlement whose push was lost is read by an object that wakes, and within ten minutes by one that is awake", async () => {
  const organization = await createOrganization();
  await writeEntitlement(organization, { status: "past_due", version: 7 });
  expect((await callRest(organization.apiKey, STATUS)).status).toBe(200);
  await restart(organization);
  expect((await callRest(organization.apiKey, STATUS)).status).toBe(402);
  await writeEntitlement(organization, { status: "active", version: 8 });
  await advanceClock("11m");
  await expect.poll(async () => (await callRest(organization.apiKey, STATUS)).status).toBe(200);
});

/** As billing writes it down, without telling the object. */
function writeEntitlement({ id }: TestOrganization, choices: Pick<Entitlement, "status" | "version">) {
  const { version, ...entitlement } = toEntitlement("starter", choices);
  return database
    .prepare(
      `insert into billing_accounts (organization_id, plan, status, entitlement, entitlement_version, created_at)
       values (?1, 'starter', 'active', ?2, ?3, 0)
       on conflict (organization_id) do update set entitlement = ?2, entitlement_version = ?3`,
    )
    .bind(id, JSON.stringify(entitlement), version)
    .run();
}
