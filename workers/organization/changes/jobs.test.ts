import { runDurableObjectAlarm } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { AppError } from "#errors.ts";
import { pushPolicy } from "#lifecycle/push-policy.ts";
import { getOnlyConnection } from "#tests/connections.ts";
import { database } from "#tests/database.ts";
import {
  addFakeTool,
  createWriter,
  finishChange,
  killDuring,
  listOutcomes,
  toChanging,
} from "#tests/fake-write.ts";
import {
  callRest,
  createKey,
  createOrganization,
  getValue,
  listAudit,
  setEntitlement,
  type TestOrganization,
} from "#tests/organization.ts";

test("what does not fit a call is answered at once as a job, which its id tells of until every item has ended", async () => {
  const fake = addFakeTool({ batch: true });
  fake.beforeWrite = async (item) => {
    if (item === "item 3" || item === "item 30") throw new AppError("upstream_rejected");
  };
  const { organization, secret } = await createWriter();
  const { body } = await callRest(secret, fake.name, { changing: toChanging(60), idempotency_key: "one" });
  const { change_id: job_id } = body;
  expect(body.job).toEqual({ id: job_id, status: "running", total: 60, done: 0, failed: 0 });
  expect(body.summary).toMatchObject({ total_attempted: 0 });
  const begun = await callRest(secret, "get_job_status", { job_id });
  expect(begun.body).toMatchObject({ status: "running", total: 60, eta_seconds: expect.any(Number) });
  await finishChange(organization, job_id);

  const ended = await callRest(secret, "get_job_status", { job_id, limit: 1 });
  expect(ended.body).toMatchObject({
    status: "partial",
    done: 58,
    failed: 2,
    finished_at: expect.any(String),
  });
  expect(ended.body).toMatchObject({ failed_items: [{ item_id: "item 3", error_type: "validation_error" }] });
  const cursor = ended.body.next_cursor;
  const rest = await callRest(secret, "get_job_status", { job_id, limit: 1, cursor });
  expect(rest.body).toMatchObject({ failed_items: [{ item_id: "item 30" }] });
  expect(rest.body).not.toHaveProperty("next_cursor");
  const again = await callRest(secret, fake.name, { changing: toChanging(60), idempotency_key: "one" });
  expect(again.body).toMatchObject({ replayed: true, job: { status: "partial", done: 58, failed: 2 } });
  expect(fake.applied).toHaveLength(58);
  const ends = (await listAudit(organization)).filter(({ action }) => action === "changes/end");
  expect(ends).toMatchObject([{ target: job_id, result: "ok", billable: false }]);
});

test("what somebody changed while a job was waiting is left alone, item by item", async () => {
  const fake = addFakeTool({ batch: true, repeatable: true });
  for (const item of Object.keys(toChanging(60))) fake.values.set(item, "old");
  const { organization, secret } = await createWriter();
  const { body } = await callRest(secret, fake.name, { changing: toChanging(60) });
  fake.values.set("item 40", "theirs");
  await finishChange(organization, body.change_id);
  const { body: status } = await callRest(secret, "get_job_status", { job_id: body.change_id });
  expect(status).toMatchObject({ status: "partial", done: 59, failed: 1 });
  expect(status.failed_items).toMatchObject([{ item_id: "item 40" }]);
  expect(fake.values.get("item 40")).toBe("theirs");
  expect(fake.applied).not.toContain("item 40");
});

test.each([true, false])(
  "a job of 500 items that is killed in the middle has every item right and one outcome each (repeatable: %s)",
  async (repeatable) => {
    const fake = addFakeTool({ batch: true, repeatable });
    const { organization, secret } = await createWriter();
    const { body } = await callRest(secret, fake.name, { changing: toChanging(500) });
    await killDuring(organization, fake, ["afterWrite", "item 260"], () =>
      finishChange(organization, body.change_id),
    );
    await finishChange(organization, body.change_id);

    const { body: status } = await callRest(secret, "get_job_status", { job_id: body.change_id });
    const outcomes = await listOutcomes(organization, body.change_id);
    expect(outcomes.map(([seq]) => seq)).toEqual(Array.from({ length: 500 }, (_, seq) => seq));
    expect([...fake.values.values()]).toEqual(Array.from({ length: 500 }, () => "new"));
    if (repeatable) {
      expect(status).toMatchObject({ status: "done", done: 500, failed: 0 });
      expect(fake.applied.filter((item) => item === "item 260")).toHaveLength(2);
    } else {
      expect(status).toMatchObject({ status: "partial", done: 499, failed: 1 });
      expect(status.failed_items).toMatchObject([
        { item_id: "item 260", error_message: expect.stringContaining("unknown") },
      ]);
      expect(fake.applied).toHaveLength(500);
    }
  },
  20_000,
);

async function setSuspended({ id }: Pick<TestOrganization, "id">, suspendedAt: number | null): Promise<void> {
  const change = database.prepare("update organizations set suspended_at = ? where id = ?");
  await change.bind(suspendedAt, id).run();
  await pushPolicy(env, id);
}

const stops: [string, (writer: Awaited<ReturnType<typeof createWriter>>) => Promise<unknown>][] = [
  [
    "its key is deleted",
    async ({ id, organization }) => getValue(await organization.object.deleteKey({ actor: "system" }, id)),
  ],
  [
    "its key may only try writes",
    async ({ id, organization }) =>
      getValue(await organization.object.updateKey({ actor: "system" }, id, { writes: "dry_run" })),
  ],
  ["the operator suspends the organization", ({ organization }) => setSuspended(organization, 1)],
  ["nobody pays", ({ organization }) => setEntitlement(organization, { status: "past_due" })],
  [
    "the account is gone",
    async ({ organization }) => {
      const { id: connection } = await getOnlyConnection(organization);
      return getValue(await organization.object.disconnect({ actor: "system" }, { connection }));
    },
  ],
];

test.each(stops)("a job stops when %s: what is left fails, and nothing more is sent", async (_, stop) => {
  const fake = addFakeTool({ batch: true });
  const writer = await createWriter();
  const { organization, secret } = writer;
  const arrived = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  fake.afterWrite = (item) => {
    if (item !== "item 10") return Promise.resolve();
    arrived.resolve();
    return answer.promise;
  };
  const { body } = await callRest(secret, fake.name, { changing: toChanging(60) });
  const working = runDurableObjectAlarm(organization.object);
  await arrived.promise;
  await stop(writer);
  answer.resolve();
  await working;
  await finishChange(organization, body.change_id);
  expect(fake.applied).toHaveLength(11);
  await setEntitlement(organization, { version: 9 });
  await setSuspended(organization, null);
  const reader = await createKey(organization);
  const { body: status } = await callRest(reader.secret, "get_job_status", {
    job_id: body.change_id,
    limit: 1,
  });
  expect(status).toMatchObject({ status: "partial", done: 11, failed: 49 });
  expect(status.failed_items).toMatchObject([{ error_type: "unauthorized" }]);
});

test("another organization's job is not found", async () => {
  const fake = addFakeTool({ batch: true });
  const { secret } = await createWriter();
  const { body } = await callRest(secret, fake.name, { changing: toChanging(2) });
  const { apiKey } = await createOrganization();
  const { error } = await callRest(apiKey, "get_job_status", { job_id: body.change_id });
  expect(error?.code).toBe("not_found");
});
