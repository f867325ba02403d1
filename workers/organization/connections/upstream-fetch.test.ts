import { expect, test } from "vitest";
import type { UpstreamAnswer, UpstreamRequest, Verdict } from "#connectors/define-connector.ts";
import { AppError } from "#errors.ts";
import { SlidingWindow } from "#lib/sliding-window.ts";
import { refusalOf } from "#tests/refusal.ts";
import { TokenSource } from "./token-source.ts";
import { createUpstreamFetch } from "./upstream-fetch.ts";

/** The upstream's statuses are places in this list. */
const verdicts: Verdict[] = [
  "ok",
  "unauthorized",
  "locked",
  "not_found",
  "rejected",
  "rate_limited",
  "unavailable",
];

interface Reply {
  verdict: Verdict;
  body?: unknown;
  retryAfterSeconds?: number;
  /** Instead of an answer. */
  error?: AppError;
}

/** A fetch whose upstream replies as scripted, then always "ok", under a clock that only sleeping moves. */
function createUpstream(script: Reply[] = [], { requests = 100, delay = 0, isRejected = true } = {}) {
  const world = { now: 0, sent: [] as string[], running: 0, most: 0, minted: 0, asked: 0 };
  const clock = {
    now: () => world.now,
    sleep: async (ms: number) => {
      world.now += ms;
    },
  };
  const send = async (path: string, { method }: RequestInit): Promise<UpstreamAnswer> => {
    world.sent.push(`${method} ${path}`);
    world.running += 1;
    world.most = Math.max(world.most, world.running);
    await scheduler.wait(delay);
    world.running -= 1;
    const { error, body = {}, retryAfterSeconds, verdict } = script.shift() ?? { verdict: "ok" };
    if (error !== undefined) throw error;
    return { status: verdicts.indexOf(verdict), body, text: "", retryAfterSeconds };
  };
  const fetch = createUpstreamFetch({
    connector: {
      name: "test",
      toHeaders: ({ value }) => ({ authorization: value }),
      judge: ({ status }) => verdicts[status] ?? "ok",
    },
    send,
    tokens: new TokenSource({
      clock: { ...clock, sleep: async () => {} },
      load: () => null,
      store: () => {},
      mint: async () => {
        world.minted += 1;
        return { value: `token-${world.minted}`, expiresAt: Number.MAX_SAFE_INTEGER, usableAfter: 0 };
      },
    }),
    window: new SlidingWindow({ requests, seconds: 10 }),
    clock,
    isRejected: async () => {
      world.asked += 1;
      return isRejected;
    },
  });
  return { world, fetch };
}

const times = (count: number, verdict: Verdict): Reply[] =>
  Array.from({ length: count }, () => ({ verdict }));

test("a spent budget is waited for when it frees up soon", async () => {
  const { world, fetch } = createUpstream([], { requests: 2 });
  for (const path of ["/a", "/b", "/c"]) await fetch(path);
  expect(world.now).toBe(10_000);
  expect(world.sent).toHaveLength(3);
});

test("a budget that stays spent for too long is upstream_busy, with the wait and no request", async () => {
  const { world, fetch } = createUpstream([{ verdict: "rate_limited", retryAfterSeconds: 16 }]);
  const { code, details } = await refusalOf(() => fetch("/a"));
  expect(code).toBe("upstream_busy");
  expect(details).toMatchObject({ retryAfterSeconds: 16, resetsAt: 16_000 });
  expect(world.sent).toHaveLength(1);
});

test("callers who would wait longer than 15 seconds are told to come back", async () => {
  const { fetch } = createUpstream([], { requests: 1 });
  const settled = await Promise.all(
    Array.from({ length: 4 }, (_, index) => fetch(`/${index}`).catch((error: AppError) => error.code)),
  );
  expect(settled).toContain("upstream_busy");
  expect(settled.filter((outcome) => outcome !== "upstream_busy").length).toBeGreaterThanOrEqual(2);
});

const methods = ["GET", "PUT", "DELETE", "POST", "PATCH"] as const;
const repeated: [Verdict, readonly string[]][] = [
  ["rate_limited", methods],
  ["unavailable", ["GET", "PUT", "DELETE"]],
  ["locked", []],
  ["not_found", []],
  ["rejected", []],
];
const table = repeated.flatMap(([verdict, repeatable]) =>
  methods.map((method) => [method, verdict, repeatable.includes(method)] as const),
);

test.each(table)("%s that is %s is repeated: %s", async (method, verdict, isRepeated) => {
  const { world, fetch } = createUpstream(times(1, verdict));
  await fetch("/a", { method }).catch(() => {});
  expect(world.sent).toHaveLength(isRepeated ? 2 : 1);
});

const bounded: [Verdict, string][] = [
  ["unavailable", "upstream_unavailable"],
  ["rate_limited", "upstream_busy"],
];

test.each(bounded)("an upstream that stays %s is asked four times and then %s", async (verdict, code) => {
  const { world, fetch } = createUpstream(times(10, verdict));
  expect((await refusalOf(() => fetch("/a"))).code).toBe(code);
  expect(world.sent).toHaveLength(4);
  expect(world.now).toBeLessThanOrEqual(15_000);
});

test("the upstream's own wait is kept to", async () => {
  const { world, fetch } = createUpstream([{ verdict: "rate_limited", retryAfterSeconds: 5 }]);
  await fetch("/a");
  expect(world.now).toBe(5_000);
});

test("a timeout is repeated for a read and not for a POST", async () => {
  const timeout: Reply = { verdict: "unavailable", error: new AppError("upstream_timeout") };
  const read = createUpstream([timeout]);
  await read.fetch("/a");
  expect(read.world.sent).toHaveLength(2);
  const write = createUpstream([timeout]);
  expect((await refusalOf(() => write.fetch("/a", { method: "POST" }))).code).toBe("upstream_timeout");
  expect(write.world.sent).toHaveLength(1);
});

test("a dead token is minted anew once, and the request answered", async () => {
  const { world, fetch } = createUpstream([{ verdict: "unauthorized" }, { verdict: "ok", body: { a: 1 } }]);
  expect(await fetch("/a", { method: "POST" })).toEqual({ a: 1 });
  expect(world).toMatchObject({ minted: 2, asked: 0 });
});

test("a fresh token that is refused as well makes the connection invalid", async () => {
  const { world, fetch } = createUpstream(times(10, "unauthorized"));
  expect((await refusalOf(() => fetch("/a"))).code).toBe("connection_invalid");
  expect(world).toMatchObject({ minted: 2, asked: 1 });
  expect(world.sent).toHaveLength(2);
});

test("a fresh token that is refused for this request alone is a lock, not a dead credential", async () => {
  const { fetch } = createUpstream(times(10, "unauthorized"), { isRejected: false });
  expect((await refusalOf(() => fetch("/a"))).code).toBe("upstream_locked");
});

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

test("at most five requests are under way at once, in the order they came", async () => {
  const { world, fetch } = createUpstream([], { delay: 1 });
  await Promise.all(Array.from({ length: 12 }, (_, index) => fetch(`/${index}`)));
  expect(world.most).toBe(5);
  expect(world.sent).toEqual(Array.from({ length: 12 }, (_, index) => `GET /${index}`));
});

test("lists are sent as repeated names, and absent values not at all", async () => {
  const { world, fetch } = createUpstream();
  await fetch("/a", { query: { ids: [1, 2], city: "São Paulo", none: undefined } });
  expect(world.sent).toEqual(["GET /a?ids%5B%5D=1&ids%5B%5D=2&city=S%C3%A3o+Paulo"]);
});
