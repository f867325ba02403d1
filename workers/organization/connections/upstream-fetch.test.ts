import { expect, test } from "vitest";
import type { Verdict } from "#connectors/define-connector.ts";
import { AppError } from "#errors.ts";
import { refusalOf } from "#tests/refusal.ts";
import { createUpstream, type Reply, times } from "./scripted-upstream.ts";

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

test("people who would wait longer than ten seconds are told to come back", async () => {
  const { fetch } = createUpstream([], { requests: 1 });
  const settled = await Promise.all(
    Array.from({ length: 4 }, (_, index) => fetch(`/${index}`).catch((error: AppError) => error.code)),
  );
  expect(settled.filter((outcome) => outcome === "upstream_busy")).toHaveLength(2);
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

test("at most five requests are under way at once, in the order they came", async () => {
  const { world, fetch } = createUpstream([], { delay: 1 });
  await Promise.all(Array.from({ length: 12 }, (_, index) => fetch(`/${index}`)));
  expect(world.most).toBe(5);
  expect(world.sent).toEqual(Array.from({ length: 12 }, (_, index) => `GET /${index}`));
});

test("one key with many requests does not hold up another's first, nor do jobs hold up people", async () => {
  const { world, fetchFor } = createUpstream([], { delay: 1 });
  const [hog, job, other] = [
    fetchFor({ key: "hog", lane: "person" }),
    fetchFor({ key: "job", lane: "job" }),
    fetchFor({ key: "other", lane: "person" }),
  ];
  const requests = [1, 2, 3].map((number) => job(`/job-${number}`));
  requests.push(...[1, 2, 3, 4, 5, 6].map((number) => hog(`/hog-${number}`)), other("/other"));
  await Promise.all(requests);
  const order = world.sent.map((sent) => sent.replace("GET /", ""));
  expect(order.slice(0, 5)).toEqual(["job-1", "job-2", "hog-1", "hog-2", "hog-3"]);
  expect(order.indexOf("other")).toBeLessThan(order.indexOf("hog-5"));
  expect(order.at(-1)).toBe("job-3");
});

test("lists are sent as repeated names, and absent values not at all", async () => {
  const { world, fetch } = createUpstream();
  await fetch("/a", { query: { ids: [1, 2], city: "São Paulo", none: undefined } });
  expect(world.sent).toEqual(["GET /a?ids%5B%5D=1&ids%5B%5D=2&city=S%C3%A3o+Paulo"]);
});
