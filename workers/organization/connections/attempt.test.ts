import { expect, test } from "vitest";
import { AppError } from "#errors.ts";
import { refusalOf } from "#tests/refusal.ts";
import { createUpstream, type Reply, times } from "./scripted-upstream.ts";

const timeout: Reply = { verdict: "unavailable", error: new AppError("upstream_timeout") };

test("a PUT that is not repeatable is sent once when its answer is lost, and again when it was rate-limited", async () => {
  const request = { method: "PUT", repeatable: false } as const;
  const lost = createUpstream([timeout]);
  expect((await refusalOf(() => lost.fetch("/a", request))).code).toBe("upstream_timeout");
  expect(lost.world.sent).toHaveLength(1);
  const limited = createUpstream(times(1, "rate_limited"));
  await limited.fetch("/a", request);
  expect(limited.world.sent).toHaveLength(2);
});

const refusals: [string, Reply[]][] = [
  ["rejected", times(1, "rejected")],
  ["not found", times(1, "not_found")],
  ["locked", times(1, "locked")],
  ["rate-limited for long", [{ verdict: "rate_limited", retryAfterSeconds: 60 }]],
  ["refused with every token", times(2, "unauthorized")],
];

test.each(refusals)(
  "a write that may have arrived and is then %s is reported as unclear",
  async (_, replies) => {
    for (const [first, code] of [
      [timeout, "upstream_timeout"],
      [{ verdict: "unavailable" }, "upstream_unavailable"],
    ] as const) {
      const { world, fetch } = createUpstream([first, ...replies]);
      expect((await refusalOf(() => fetch("/a", { method: "PUT" }))).code).toBe(code);
      expect(world.sent).toHaveLength(1 + replies.length);
    }
  },
);

test("a write that may have arrived and whose repetition gets no place is reported as unclear", async () => {
  const { world, fetch } = createUpstream([timeout], { requests: 1 });
  const writing = refusalOf(() => fetch("/a", { method: "PUT" }));
  await Promise.allSettled(["/b", "/c", "/d"].map((path) => fetch(path)));
  expect((await writing).code).toBe("upstream_timeout");
  expect(world.sent.filter((sent) => sent === "PUT /a")).toHaveLength(1);
});

test("a read that is answered after all is answered as it is", async () => {
  const { fetch } = createUpstream([timeout, { verdict: "not_found" }]);
  expect((await refusalOf(() => fetch("/a"))).code).toBe("not_found");
});
