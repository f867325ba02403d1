import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { forOrganization } from "#directory/directory.ts";
import { finishLifecycles } from "#jobs/finish-lifecycles.ts";
import { getNow } from "#lib/get-now.ts";
import { database } from "#tests/database.ts";
import { createUser } from "#tests/directory.ts";
import { close, createOwned } from "#tests/lifecycle.ts";
import { readMail } from "#tests/mailbox.ts";
import { callMcpTool } from "#tests/mcp.ts";
import { addMembers, callRest, listAudit, restart } from "#tests/organization.ts";
import { codeOf, refusalOf } from "#tests/refusal.ts";
import { advanceClock } from "#tests/sandbox.ts";
import { closeOrganization } from "./close-organization.ts";
import { createOrganization } from "./create-organization.ts";
import { eraseOrganization } from "./erase-organization.ts";
import { restoreOrganization } from "./restore-organization.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

const restore = async ({ organization, by }: Awaited<ReturnType<typeof createOwned>>) =>
  restoreOrganization({ env, now: await getNow(env), by }, organization.id);

test("from the next request on no key of a closed organization works, also after its object slept", async () => {
  const { organization, by } = await createOwned();
  const before = await getNow(env);
  const { deletesAt } = await close(organization, by);
  expect(deletesAt - before).toBeGreaterThanOrEqual(30 * DAY_MS - 1);
  const refusal = { status: 403, error: { code: "organization_closed", whoCanFix: "owner" } };
  expect(await callRest(organization.apiKey, "get_properties")).toMatchObject(refusal);
  expect(await callMcpTool(organization.apiKey, "get_properties")).toMatchObject({ status: 403 });
  await restart(organization);
  expect(await callRest(organization.apiKey, "get_properties")).toMatchObject(refusal);
  expect(await forOrganization(env.DB, organization.id).findOrganization()).toMatchObject({
    state: "deleting",
    deletesAt,
  });
});

test("an organization that is restored in time works at once, and its log tells of both", async () => {
  const owned = await createOwned();
  const { organization, by } = owned;
  await close(organization, by);
  await restore(owned);
  expect((await callRest(organization.apiKey, "get_properties")).status).toBe(200);
  const told = (await listAudit(organization))
    .filter(({ action }) => action.startsWith("organization/"))
    .map(({ action, actor, result }) => ({ action, actor, result }));
  expect(told).toEqual([
    { action: "organization/restore", actor: by.actor, result: "ok" },
    { action: "organization/restore", actor: by.actor, result: "started" },
    { action: "organization/close", actor: by.actor, result: "ok" },
    { action: "organization/close", actor: by.actor, result: "started" },
  ]);
  await advanceClock("31d");
  await finishLifecycles(env);
  expect(await forOrganization(env.DB, organization.id).findOrganization()).toMatchObject({
    state: "active",
    deletesAt: null,
    closingNoticeAt: null,
  });
});

test("closing twice is refused and keeps the first date, and so is restoring what is not closed", async () => {
  const owned = await createOwned();
  expect(await codeOf(() => restore(owned))).toBe("conflict");
  const { deletesAt } = await close(owned.organization, owned.by);
  await advanceClock("1d");
  expect(await codeOf(() => close(owned.organization, owned.by))).toBe("conflict");
  expect(await forOrganization(env.DB, owned.organization.id).findOrganization()).toMatchObject({
    deletesAt,
  });
  expect((await callRest(owned.organization.apiKey, "get_properties")).error?.code).toBe(
    "organization_closed",
  );
});

test("two who close at once close once", async () => {
  const { organization, by } = await createOwned();
  const outcomes = await Promise.allSettled([close(organization, by), close(organization, by)]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await callRest(organization.apiKey, "get_properties")).error?.code).toBe("organization_closed");
});

test("when its time is over an organization cannot be restored, and once it is gone it is not found", async () => {
  const owned = await createOwned();
  await close(owned.organization, owned.by);
  await advanceClock("30d");
  expect(await refusalOf(() => restore(owned))).toMatchObject({ code: "organization_closed" });
  await finishLifecycles(env);
  expect(await codeOf(() => restore(owned))).toBe("not_found");
  expect(await codeOf(() => close(owned.organization, owned.by))).toBe("not_found");
});

test("a restoration that comes after the data key went is refused, however early its clock is", async () => {
  const { organization, by } = await createOwned();
  const closedAt = await getNow(env);
  const { deletesAt } = await close(organization, by);
  await database.prepare("delete from data_keys where organization_id = ?").bind(organization.id).run();
  const late = () => restoreOrganization({ env, now: closedAt, by }, organization.id);
  expect(await codeOf(late)).toBe("organization_closed");
  await eraseOrganization({ env, now: deletesAt }, organization.id);
  expect(await forOrganization(env.DB, organization.id).findOrganization()).toMatchObject({ state: "gone" });
});

test("the owners are written to when a deletion begins and three days before its end, once each", async () => {
  const { organization, owner, by } = await createOwned();
  const admin = await createUser();
  await addMembers(organization, "admin", admin.id);
  const { deletesAt } = await close(organization, by);
  await finishLifecycles(env);
  const date = new Date(deletesAt).toISOString().slice(0, 10);
  const [first, ...others] = await readMail(owner.email);
  expect(first?.subject).toBe(`Test organization will be deleted on ${date}`);
  expect(first?.text).toContain("Until then an owner can restore it");
  expect(others).toEqual([]);
  await advanceClock("26d");
  await finishLifecycles(env);
  expect(await readMail(owner.email)).toHaveLength(1);
  await advanceClock("1d");
  await Promise.all([finishLifecycles(env), finishLifecycles(env)]);
  await finishLifecycles(env);
  expect(await readMail(owner.email)).toHaveLength(2);
  await advanceClock("3d");
  await finishLifecycles(env);
  expect(await readMail(owner.email)).toHaveLength(2);
  expect(await readMail(admin.email)).toEqual([]);
});

test("an organization that was never finished cannot be closed", async () => {
  const id = await createOrganization({ env, now: await getNow(env) }, { name: "Homes" });
  await database.prepare("update organizations set state = 'provisioning' where id = ?").bind(id).run();
  const now = await getNow(env);
  expect(await codeOf(() => closeOrganization({ env, now, by: { actor: "system" } }, id))).toBe("conflict");
});
