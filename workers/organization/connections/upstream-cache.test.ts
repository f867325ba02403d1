import { expect, test } from "vitest";
import type { UpstreamRequest } from "#connectors/define-connector.ts";
import type { AppError } from "#errors.ts";
import { refusalOf } from "#tests/refusal.ts";
import { createUpstream, times } from "./scripted-upstream.ts";
import type { UpstreamCaller, UpstreamNote } from "./upstream-fetch.ts";

test("identical concurrent reads are one request, different ones are not", async () => {
  const { world, fetch } = createUpstream();
  await Promise.all([fetch("/a"), fetch("/a"), fetch("/a", { query: { limit: 1 } }), fetch("/b")]);
  expect(world.sent.sort()).toEqual(["GET /a", "GET /a?limit=1", "GET /b"]);
});

test("writes are never joined", async () => {
  const { world, fetch } = createUpstream();
  await Promise.all([fetch("/a", { method: "POST" }), fetch("/a", { method: "POST" })]);
  expect(world.sent).toHaveLength(2);
});

test("an answer is served again for as long as asked, and not after a write or a fresh read", async () => {
  const { world, fetch } = createUpstream();
  const read = (change: UpstreamRequest = {}) => fetch("/a", { cacheSeconds: 60, ...change });
  await read();
  await read();
  expect(world.sent).toHaveLength(1);
  await read({ fresh: true });
  expect(world.sent).toHaveLength(2);
  world.now += 61_000;
  await read();
  expect(world.sent).toHaveLength(3);
  await fetch("/a", { method: "PUT", body: {} });
  await read();
  expect(world.sent).toHaveLength(5);
});

test("a failure is not kept", async () => {
  const { world, fetch } = createUpstream(times(1, "not_found"));
  expect((await refusalOf(() => fetch("/a", { cacheSeconds: 60 }))).code).toBe("not_found");
  await fetch("/a", { cacheSeconds: 60 });
  expect(world.sent).toHaveLength(2);
});

test("one who stops waiting leaves the answer to the others", async () => {
  const { world, fetch } = createUpstream([{ verdict: "ok", body: { a: 1 } }], { delay: 5 });
  const { signal } = new AbortController();
  const leaving = new AbortController();
  const [gone, staying] = [fetch("/a", { signal: leaving.signal }), fetch("/a", { signal })];
  leaving.abort(new Error("gone"));
  await expect(gone).rejects.toThrow("gone");
  expect(await staying).toEqual({ a: 1 });
  expect(world.sent).toHaveLength(1);
});

test("a read that was under way when a write ended is given to who asked, and neither kept nor joined", async () => {
  const { world, fetch } = createUpstream([], { delay: 5 });
  const read = () => fetch("/a", { cacheSeconds: 60 });
  const before = read();
  await fetch("/a", { method: "PUT", body: {} });
  const after = read();
  await Promise.all([before, after]);
  await read();
  expect(world.sent).toEqual(["GET /a", "PUT /a", "GET /a"]);
});

test("a write that failed drops what was kept, since it may have been carried out", async () => {
  const { world, fetch } = createUpstream([{ verdict: "ok" }, { verdict: "unavailable" }]);
  await fetch("/a", { cacheSeconds: 60 });
  await fetch("/a", { method: "POST" }).catch(() => {});
  await fetch("/a", { cacheSeconds: 60 });
  expect(world.sent).toEqual(["GET /a", "POST /a", "GET /a"]);
});

test("a caller who wants it fresh is served nothing that was kept, and others are served what it read", async () => {
  const { world, fetch, fetchFor } = createUpstream();
  const fresh = fetchFor({ key: "other", lane: "person", fresh: true });
  for (const read of [fetch, fresh, fetch]) await read("/a", { cacheSeconds: 60 });
  expect(world.sent).toHaveLength(2);
});

test("a constant is read once, whatever is written and whoever wants it fresh", async () => {
  const { world, fetch, fetchFor } = createUpstream();
  const fresh = fetchFor({ key: "other", lane: "job", fresh: true });
  for (const read of [fresh, fetch, fresh]) {
    await read("/amenities", { cacheSeconds: 60, constant: true });
    await read("/a", { method: "PUT", body: {} });
  }
  expect(world.sent).toEqual(["GET /amenities", "PUT /a", "PUT /a", "PUT /a"]);
});

test("each answer comes with when its data were asked for, and how long that waited", async () => {
  const { world, fetchFor } = createUpstream([], { requests: 1 });
  const notes: UpstreamNote[] = [];
  const fetch = fetchFor({ key: "key", lane: "person", onAnswer: (note) => notes.push(note) });
  await fetch("/a", { cacheSeconds: 60 });
  world.now = 4_000;
  await fetch("/b");
  await fetch("/a", { cacheSeconds: 60 });
  expect(notes).toEqual([
    { readAt: 0, waitedMs: 0 },
    { readAt: 10_000, waitedMs: 6_000 },
    { readAt: 0, waitedMs: 0 },
  ]);
});

test("what expired lately stands in for a read that the budget refuses and says how old it is, but not for one that must be fresh", async () => {
  const { world, fetch, fetchFor } = createUpstream([{ verdict: "ok", body: { a: 1 } }], { requests: 1 });
  const notes: UpstreamNote[] = [];
  const caller = { key: "key", lane: "person" as const, onAnswer: (note: UpstreamNote) => notes.push(note) };
  await fetchFor(caller)("/a", { cacheSeconds: 30 });
  const readWithSpentBudget = async (at: number, change: Partial<UpstreamCaller> = {}) => {
    world.now = at;
    const others = Promise.all([fetch(`/b?${at}`), fetch(`/c?${at}`)]);
    const reading = fetchFor({ ...caller, ...change })("/a", { cacheSeconds: 30 });
    const [outcome] = await Promise.all([reading.catch((error: AppError) => error.code), others]);
    return outcome;
  };
  expect(await readWithSpentBudget(35_000)).toEqual({ a: 1 });
  expect(notes.at(-1)).toEqual({ readAt: 0, waitedMs: 0 });
  expect(await readWithSpentBudget(60_000, { fresh: true })).toBe("upstream_busy");
  expect(await readWithSpentBudget(90_000)).toBe("upstream_busy");
});
