import { expect, test } from "vitest";
import { FakeClock } from "#tests/fake-clock.ts";
import { ResponseCache } from "./response-cache.ts";
import { TokenSource } from "./token-source.ts";
import { createUpstreamFetch } from "./upstream-fetch.ts";

/** Reads once under a budget that grants a place after so long, and counts the notices. */
async function readAfter(waitMs: number) {
  const clock = new FakeClock();
  let notices = 0;
  const token = { value: "token", expiresAt: Number.MAX_SAFE_INTEGER, usableAfter: 0 };
  const fetchFor = createUpstreamFetch({
    connector: { name: "test", toHeaders: () => ({}), judge: () => "ok" },
    send: async () => ({ status: 200, body: {}, text: "" }),
    tokens: new TokenSource({
      clock,
      load: () => JSON.stringify(token),
      store: () => {},
      mint: async () => token,
    }),
    pace: {
      take: async () => {
        await clock.sleep(waitMs);
        return 0;
      },
    },
    clock,
    cache: new ResponseCache(),
    isRejected: async () => true,
  });
  const reading = fetchFor({ key: "key", lane: "person", onWait: () => notices++ })("/a");
  await clock.pass(9_000);
  await reading;
  await clock.pass(9_000);
  return notices;
}

test("who waits for longer than a second hears of it, once, and others never", async () => {
  expect(await readAfter(5_000)).toBe(1);
  expect(await readAfter(900)).toBe(0);
});
