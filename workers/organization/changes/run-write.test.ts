import { expect, test } from "vitest";
import { AppError } from "#errors.ts";
import { addFakeTool, createWriter } from "#tests/fake-write.ts";
import {
  callRest,
  createKey,
  dumpDatabase,
  listAudit,
  readTable,
  type TestOrganization,
} from "#tests/organization.ts";

const listRows = async (organization: TestOrganization) =>
  (await listAudit(organization)).map(({ action, result, billable }) => [action, result, billable]).reverse();

const changing = { room: "blue" };

test("a write says what was there, what is there now, and leaves intent, item and outcome rows of which one is billed", async () => {
  const fake = addFakeTool();
  fake.values.set("room", "green");
  const { organization, secret } = await createWriter();
  const before = (await listRows(organization)).length;
  const { body, status } = await callRest(secret, fake.name, { changing });
  expect(status).toBe(200);
  expect(body).toEqual({
    change_id: expect.stringMatching(/^chg_[0-9a-f]{16}$/),
    dry_run: false,
    summary: "Changes fakes",
    before: { value: "green" },
    after: { value: "blue" },
    result: { id: "room" },
    warnings: [],
    undo: { possible: true },
  });
  expect(fake.values.get("room")).toBe("blue");
  expect((await listRows(organization)).slice(before)).toEqual([
    ["tools/call", "started", false],
    ["changes/item", "ok", false],
    ["tools/call", "ok", true],
  ]);
});

test("a dry run changes and stores nothing, and gives the version that the write may insist on", async () => {
  const fake = addFakeTool();
  fake.values.set("room", "green");
  const { organization, secret } = await createWriter();
  const { body } = await callRest(secret, fake.name, { changing, dry_run: true });
  expect(body).toMatchObject({ dry_run: true, before: { value: "green" }, after: { value: "blue" } });
  expect(body).not.toHaveProperty("change_id");
  expect([fake.applied, await readTable(organization, "changes")]).toEqual([[], []]);
  expect((await listRows(organization)).at(-1)).toEqual(["tools/call", "ok", true]);

  const expected_version = body.version;
  fake.values.set("room", "red");
  const { error } = await callRest(secret, fake.name, { changing, expected_version });
  expect(error).toMatchObject({ code: "conflict", message: expect.stringContaining("dry run") });
  expect(fake.applied).toEqual([]);
  fake.values.set("room", "green");
  expect((await callRest(secret, fake.name, { changing, expected_version })).status).toBe(200);
});

test("of what is made anew, the version stands for what would be made", async () => {
  const fake = addFakeTool();
  const { secret } = await createWriter();
  const { body } = await callRest(secret, fake.name, { changing, dry_run: true });
  const other = { changing: { room: "gold" }, expected_version: body.version };
  expect((await callRest(secret, fake.name, other)).error?.code).toBe("conflict");
  const same = { changing, expected_version: body.version };
  expect((await callRest(secret, fake.name, same)).status).toBe(200);
});

test("the same idempotency key gets the stored answer, is not billed again, and changes nothing again", async () => {
  const fake = addFakeTool();
  const { organization, secret } = await createWriter();
  const args = { changing, idempotency_key: "one" };
  const first = await callRest(secret, fake.name, args);
  fake.values.set("room", "red");
  const second = await callRest(secret, fake.name, args);
  expect(second.body).toEqual({ ...first.body, replayed: true });
  expect(fake.applied).toEqual(["room"]);
  expect((await listRows(organization)).at(-1)).toEqual(["tools/call", "ok", false]);
  const other = await callRest(secret, fake.name, { ...args, changing: { room: "pink" } });
  expect(other.error).toMatchObject({
    code: "conflict",
    message: expect.stringContaining("other arguments"),
  });
});

test("two keys may use one idempotency key, and so may a dry run before", async () => {
  const fake = addFakeTool();
  const { organization, secret } = await createWriter();
  const other = await createKey(organization, { scopes: ["write"] });
  const args = { changing, idempotency_key: "one" };
  await callRest(secret, fake.name, { ...args, dry_run: true });
  for (const key of [secret, other.secret])
    expect((await callRest(key, fake.name, args)).body.replayed).toBe(undefined);
  expect(fake.applied).toEqual(["room", "room"]);
});

test("of two calls at once with one idempotency key, one is carried out and the other hears that it is running", async () => {
  const fake = addFakeTool();
  const { secret } = await createWriter();
  const arrived = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  fake.afterWrite = () => {
    arrived.resolve();
    return answer.promise;
  };
  const args = { changing, idempotency_key: "one" };
  const first = callRest(secret, fake.name, args);
  await arrived.promise;
  const second = await callRest(secret, fake.name, args);
  expect(second.error).toMatchObject({ code: "conflict", message: expect.stringContaining("still running") });
  answer.resolve();
  expect((await first).status).toBe(200);
  expect(fake.applied).toEqual(["room"]);
});

test("a write that failed for certain may be tried again with its idempotency key; one that may have arrived may not", async () => {
  const fake = addFakeTool();
  const { secret } = await createWriter();
  const args = { changing, idempotency_key: "one" };
  fake.beforeWrite = () => Promise.reject(new AppError("upstream_rejected"));
  expect((await callRest(secret, fake.name, args)).error?.code).toBe("upstream_rejected");
  fake.beforeWrite = async () => {};
  fake.afterWrite = () => Promise.reject(new AppError("upstream_timeout"));
  const lost = await callRest(secret, fake.name, args);
  expect(lost.error).toMatchObject({ code: "upstream_timeout", message: expect.stringContaining("unknown") });
  fake.afterWrite = async () => {};
  expect((await callRest(secret, fake.name, args)).error?.code).toBe("conflict");
  expect(fake.applied).toEqual(["room"]);
});

test("of one thing with several parts, the first that fails is the end, and the answer says what was changed before", async () => {
  const fake = addFakeTool();
  const { organization, secret } = await createWriter();
  fake.beforeWrite = async (item) => {
    if (item === "two") throw new AppError("upstream_locked");
  };
  const { error } = await callRest(secret, fake.name, { changing: { one: "1", two: "2", three: "3" } });
  expect(error).toMatchObject({
    code: "upstream_locked",
    message: expect.stringMatching(/1 of 3 parts.*chg_/),
  });
  expect(fake.applied).toEqual(["one"]);
  const [change] = await readTable(organization, "changes");
  expect(change).toMatchObject({ state: "partial", total: 3 });
});

test("nothing of what is there before, what is there after, or what is said about it can be read in the database", async () => {
  const fake = addFakeTool();
  fake.values.set("room", "Ada Lovelace");
  const { organization, secret } = await createWriter();
  await callRest(secret, fake.name, { changing: { room: "Grace Hopper" }, idempotency_key: "one" });
  const dump = await dumpDatabase(organization);
  for (const text of ["Ada", "Grace", "Changes fakes"]) expect(dump).not.toContain(text);
});

test("a read-only key may neither write nor try to", async () => {
  const fake = addFakeTool();
  const { secret } = await createWriter({ scopes: ["read"] });
  for (const dry_run of [true, false]) {
    const { error, status } = await callRest(secret, fake.name, { changing, dry_run });
    expect([status, error?.code]).toEqual([403, "insufficient_scope"]);
  }
});

test("a key that may only try writes hears so when it writes", async () => {
  const fake = addFakeTool();
  const { organization, secret } = await createWriter({ writes: "dry_run" });
  expect((await callRest(secret, fake.name, { changing, dry_run: true })).status).toBe(200);
  const { error, status } = await callRest(secret, fake.name, { changing });
  expect([status, error?.code, error?.message]).toEqual([
    403,
    "insufficient_scope",
    expect.stringContaining("dry_run"),
  ]);
  expect([fake.applied, await readTable(organization, "changes")]).toEqual([[], []]);
});
