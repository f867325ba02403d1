import { expect, test } from "vitest";
import { AppError } from "#errors.ts";
import { addFakeTool, createWriter, finishChange, listOutcomes, toChanging } from "#tests/fake-write.ts";
import { callRest, createKey, createOrganization, listAudit, readTable } from "#tests/organization.ts";

const undo = (key: string, change_id: unknown, more: object = {}) =>
  callRest(key, "undo_change", { change_id, ...more });

test("an undo restores exactly what was there, and is a change that can be looked up itself", async () => {
  const fake = addFakeTool({ batch: true });
  fake.values.set("old", "green").set("gone", "grey");
  const { organization, secret } = await createWriter();
  const { body } = await callRest(secret, fake.name, { changing: { old: "blue", fresh: "red", gone: null } });
  expect(Object.fromEntries(fake.values)).toEqual({ old: "blue", fresh: "red" });
  const undone = await undo(secret, body.change_id);
  expect(undone.body).toMatchObject({
    message: "Takes back: Changes fakes",
    successful_results: [
      { item_id: "gone", after: { value: "grey" } },
      { item_id: "fresh", before: { value: "red" } },
      { item_id: "old", before: { value: "blue" }, after: { value: "green" } },
    ],
    summary: { succeeded: 3, failed: 0 },
    undo: { possible: false },
  });
  expect(Object.fromEntries(fake.values)).toEqual({ old: "green", gone: "grey" });
  expect(await listOutcomes(organization, undone.body.change_id)).toHaveLength(3);
  const { body: list } = await callRest(secret, "list_changes");
  expect(list.changes).toMatchObject([
    { change_id: undone.body.change_id, undoes: body.change_id, status: "done", undo: { possible: false } },
    { change_id: body.change_id, status: "undone", by_this_key: true, undo: { possible: false } },
  ]);
  const calls = (await listAudit(organization)).filter(({ target }) => target === "undo_change");
  expect(calls).toMatchObject([
    { result: "ok", billable: true },
    { result: "started", billable: false },
  ]);
});

test("a change is undone once: a second undo, and one of an undo, are refused with why", async () => {
  const fake = addFakeTool();
  const { secret } = await createWriter();
  const { body } = await callRest(secret, fake.name, { changing: { room: "blue" } });
  const first = await undo(secret, body.change_id);
  const applied = [...fake.applied];
  const second = await undo(secret, body.change_id);
  expect(second.error).toMatchObject({
    code: "conflict",
    message: expect.stringContaining(String(first.body.change_id)),
  });
  const third = await undo(secret, first.body.change_id);
  expect(third.error).toMatchObject({ code: "conflict", message: expect.stringContaining("an undo itself") });
  expect(fake.applied).toEqual(applied);
});

test("of two undos at once one is refused", async () => {
  const fake = addFakeTool();
  const { secret } = await createWriter();
  const { body } = await callRest(secret, fake.name, { changing: { room: "blue" } });
  const both = await Promise.all([undo(secret, body.change_id), undo(secret, body.change_id)]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(fake.applied).toEqual(["room", "room"]);
});

test("what somebody changed since is left alone, on a dry run already", async () => {
  const fake = addFakeTool();
  const { secret } = await createWriter();
  const { body } = await callRest(secret, fake.name, { changing: { room: "blue" } });
  fake.values.set("room", "theirs");
  const dry = await undo(secret, body.change_id, { dry_run: true });
  expect(dry.body).toMatchObject({ dry_run: true, failed_items: [{ error_type: "validation_error" }] });
  const { error } = await undo(secret, body.change_id);
  expect(error).toMatchObject({
    code: "conflict",
    message: expect.stringContaining("Somebody changed this"),
  });
  expect(fake.values.get("room")).toBe("theirs");
  fake.values.set("room", "blue");
  expect((await undo(secret, body.change_id)).status).toBe(200);
  expect(fake.values.has("room")).toBe(false);
});

test("in a batch, only what nobody has changed since goes back, and what failed can be undone later", async () => {
  const fake = addFakeTool({ batch: true });
  const { organization, secret } = await createWriter();
  const { body } = await callRest(secret, fake.name, { changing: toChanging(3) });
  fake.values.set("item 0", "theirs");
  fake.beforeWrite = async (item) => {
    if (item === "item 1") throw new AppError("upstream_unavailable");
  };
  const first = await undo(secret, body.change_id);
  expect(first.body).toMatchObject({ summary: { succeeded: 1, failed: 2 } });
  expect(Object.fromEntries(fake.values)).toEqual({ "item 0": "theirs", "item 1": "new" });
  fake.beforeWrite = async () => {};
  fake.values.set("item 0", "new");
  const second = await undo(secret, body.change_id);
  expect(second.body).toMatchObject({ summary: { succeeded: 3, failed: 0 } });
  expect([fake.values.size, fake.applied.length]).toEqual([0, 6]);
  const changes = await readTable(organization, "changes");
  expect(changes.map(({ state }) => state).sort()).toEqual(["done", "partial", "undone"]);
});

test("a dry run of an undo says what would come back, and changes nothing", async () => {
  const fake = addFakeTool();
  fake.values.set("room", "green");
  const { organization, secret } = await createWriter();
  const { body } = await callRest(secret, fake.name, { changing: { room: "blue" } });
  const dry = await undo(secret, body.change_id, { dry_run: true });
  expect(dry.body).toMatchObject({
    dry_run: true,
    successful_results: [{ item_id: "room", before: { value: "blue" }, after: { value: "green" } }],
  });
  expect([fake.values.get("room"), (await readTable(organization, "changes")).length]).toEqual(["blue", 1]);
});

test("a dry run of an undo tells of what is gone upstream, and of the others all the same", async () => {
  const fake = addFakeTool({ batch: true });
  const { secret } = await createWriter();
  const { body } = await callRest(secret, fake.name, { changing: toChanging(3) });
  fake.beforeRead = async (item) => {
    if (item === "item 1") throw new AppError("not_found");
  };
  const dry = await undo(secret, body.change_id, { dry_run: true });
  expect(dry.body).toMatchObject({
    failed_items: [{ item_id: "item 1", error_type: "not_found" }],
    summary: { succeeded: 2, failed: 1 },
  });
  fake.beforeRead = async () => {
    throw new AppError("upstream_unavailable");
  };
  expect((await undo(secret, body.change_id, { dry_run: true })).error?.code).toBe("upstream_unavailable");
});

test("an undo of many items goes on as a job", async () => {
  const fake = addFakeTool({ batch: true });
  const { organization, secret } = await createWriter();
  const { body } = await callRest(secret, fake.name, { changing: toChanging(40) });
  expect((await undo(secret, body.change_id)).error?.message).toContain("under way");
  await finishChange(organization, body.change_id);
  const { body: undone } = await undo(secret, body.change_id);
  expect(undone.job).toMatchObject({ status: "running", total: 40 });
  await finishChange(organization, undone.change_id);
  expect(fake.values.size).toBe(0);
  expect((await undo(secret, body.change_id)).error?.code).toBe("conflict");
});

test("what cannot be undone says why, in its answer and when it is tried", async () => {
  const final = "A message that was sent stays sent.";
  const fake = addFakeTool({ final });
  const { secret } = await createWriter();
  const { body } = await callRest(secret, fake.name, { changing: { room: "blue" } });
  expect(body.undo).toEqual({ possible: false, reason: final });
  expect((await undo(secret, body.change_id)).error).toMatchObject({ code: "conflict", message: final });
});

test("changes of another organization, or of a toolset or account that the key does not reach, are not found", async () => {
  const fake = addFakeTool();
  const { organization, secret } = await createWriter();
  const { body } = await callRest(secret, fake.name, { changing: { room: "blue" } });
  const stranger = await createWriter();
  expect((await undo(stranger.secret, body.change_id)).error?.code).toBe("not_found");
  expect((await callRest(stranger.secret, "list_changes")).body.changes).toEqual([]);
  const reader = await createKey(organization);
  expect((await undo(reader.secret, body.change_id)).error?.code).toBe("insufficient_scope");
  const trier = await createKey(organization, { scopes: ["write"], writes: "dry_run" });
  expect((await undo(trier.secret, body.change_id)).error?.code).toBe("insufficient_scope");
  expect((await undo(trier.secret, body.change_id, { dry_run: true })).status).toBe(200);
  const other = await createOrganization();
  expect((await undo(other.apiKey, body.change_id)).error?.code).toBe("insufficient_scope");
  expect(fake.applied).toEqual(["room"]);
});
