import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { z } from "zod";
import { forOrganization } from "#directory/directory.ts";
import { saveRollup } from "#directory/operator/save-rollup.ts";
import type { OrgId } from "#ids.ts";
import { getNow } from "#lib/get-now.ts";
import { rollUp } from "#operator/roll-up.ts";
import { createCatcher } from "#tests/catcher.ts";
import { database } from "#tests/database.ts";
import { CONSOLE, createOperator } from "#tests/operator.ts";
import { alterDatabase, callRest, createOrganization, getValue } from "#tests/organization.ts";
import { rollUpOrganizations } from "./roll-up-organizations.ts";

const readRows = async (id: OrgId) => {
  const days =
    "select day, calls, billable, errors, rolled_up_at from usage_rollups where organization_id = ?";
  const rest = "select * from organization_rollups where organization_id = ?";
  const [rows, [rollup]] = [
    (await database.prepare(days).bind(id).all()).results,
    (await database.prepare(rest).bind(id).all()).results,
  ];
  return { days: rows, rollup };
};

/** As if nobody else were due. */
const waitForAll = () =>
  database
    .prepare(
      `insert into organization_rollups (organization_id, next_at) select id, 9e15 from organizations where true
       on conflict do update set next_at = 9e15`,
    )
    .run();

const setDue = (id: OrgId) =>
  database.prepare("update organization_rollups set next_at = 0 where organization_id = ?").bind(id).run();

test("an organization's calls are rolled up by day, and rolled up twice they are the same", async () => {
  const { apiKey, id } = await createOrganization();
  await callRest(apiKey, "get_properties");
  await callRest(apiKey, "no_such_tool");
  await rollUp({ env, now: await getNow(env) }, id);
  const first = await readRows(id);
  expect(first.days).toMatchObject([{ calls: 2, billable: 1, errors: 1 }]);
  expect(first.rollup).toMatchObject({ hour_calls: 2, hour_errors: 1, failing_webhooks: "[]" });
  expect(first.rollup?.schema_version).toBeGreaterThan(3);
  await rollUp({ env, now: await getNow(env) }, id);
  const [day] = (await readRows(id)).days;
  expect((await readRows(id)).days).toHaveLength(1);
  expect(day).toMatchObject({ calls: 2, billable: 1, errors: 1 });
});

test("a roll-up that arrives late replaces nothing that was counted after it", async () => {
  const { id } = await createOrganization();
  const directory = forOrganization(env.DB, id);
  const toRollup = (at: number, calls: number) => ({
    at,
    days: [{ day: "2027-03-10", calls, billable: calls, errors: 0 }],
    hour: { calls, errors: 0 },
    lastCallAt: at,
    failingWebhooks: [],
    schemaVersion: 1,
  });
  await saveRollup(directory, toRollup(1_804_680_001_000, 9), 1);
  await saveRollup(directory, toRollup(1_804_680_000_000, 4), 2);
  const { days, rollup } = await readRows(id);
  expect(days).toMatchObject([{ calls: 9 }]);
  expect(rollup).toMatchObject({ hour_calls: 9, rolled_up_at: 1_804_680_001_000 });
});

test("what an organization that is gone still reports is kept nowhere", async () => {
  const { id } = await createOrganization();
  await database.prepare("update organizations set state = 'gone' where id = ?").bind(id).run();
  await rollUp({ env, now: await getNow(env) }, id);
  expect(await readRows(id)).toEqual({ days: [], rollup: undefined });
});

test("thirty days of calls fit, and what is older than 13 months goes", async () => {
  const organization = await createOrganization();
  const { id } = organization;
  const at = Math.floor(await getNow(env));
  const toDay = (days: number) => new Date(at - days * 86_400_000).toISOString().slice(0, 10);
  await alterDatabase(
    organization,
    `insert into usage (day, actor, tool, calls, billable, errors, duration_ms, last_at)
     select value, 'key_1', 'get_properties', 3, 2, 1, 5, 0 from json_each(?)`,
    JSON.stringify(Array.from({ length: 40 }, (_, days) => toDay(days))),
  );
  await database.prepare("insert into usage_rollups values (?, ?, 1, 1, 0, 0)").bind(id, toDay(400)).run();
  await rollUp({ env, now: at }, id);
  const { days } = await readRows(id);
  expect(days).toHaveLength(30);
  expect(days.every(({ calls }) => calls === 3)).toBe(true);
});

test("each organization is asked once an hour, and one that does not answer keeps no other waiting", async () => {
  const [one, other] = [await createOrganization(), await createOrganization()];
  await waitForAll();
  await setDue(one.id);
  await setDue(other.id);
  const asked: OrgId[] = [];
  const run: typeof rollUp = async (ctx, id) => {
    asked.push(id);
    await rollUp(ctx, id);
  };
  await database.prepare("delete from data_keys where organization_id = ?").bind(one.id).run();
  await alterDatabase(one, "select 1");
  await rollUpOrganizations(env, run);
  await rollUpOrganizations(env, run);
  expect(asked.toSorted()).toEqual([one.id, other.id].toSorted());
  expect((await readRows(one.id)).rollup).toMatchObject({ rolled_up_at: null });
  expect((await readRows(other.id)).rollup?.rolled_up_at).toBeGreaterThan(0);
});

test("a webhook that fails reaches the operator with its host, and without its path", async () => {
  const operator = await createOperator();
  const organization = await createOrganization();
  const { host } = new URL(createCatcher().url);
  const by = { actor: "system" } as const;
  getValue(
    await organization.object.createOutgoingWebhook(by, { url: `https://${host}/hidden-path?token=hidden` }),
  );
  await alterDatabase(organization, "update outgoing_webhooks set failing_since = 5, disabled_at = 6");
  await rollUp({ env, now: await getNow(env) }, organization.id);
  const { body } = await operator.browser.get(`${CONSOLE}/webhooks`);
  const { webhooks } = z
    .object({ webhooks: z.array(z.looseObject({ organization: z.string() })) })
    .parse(body);
  expect(webhooks.filter((webhook) => webhook.organization === organization.id)).toMatchObject([
    { host, failingSince: 5, disabledAt: 6 },
  ]);
  expect(JSON.stringify(webhooks)).not.toContain("hidden");
});
