import { afterAll, afterEach, expect, test, vi } from "vitest";
import { advance, request, resetSandbox } from "#sandbox/testing.ts";
import { answerWith, deliver, house, sentBy, traffic } from "./testing.ts";

afterEach(() => vi.unstubAllGlobals());
afterAll(resetSandbox);

test("a server's error, too many requests or nobody there are tried again three times within an hour", async () => {
  answerWith(500, 429, null, 202);
  const { caller, book } = await house();
  await book();
  expect((await sentBy(caller)).map(({ responseStatus }) => responseStatus)).toEqual([500]);
  await advance("59s");
  expect(await sentBy(caller)).toHaveLength(1);
  await advance("1s");
  expect(await sentBy(caller)).toHaveLength(2);
  await advance("7m");
  expect(await sentBy(caller)).toHaveLength(3);
  await advance("49m");
  const sent = await sentBy(caller);
  expect(sent.map(({ responseStatus, attempt }) => [attempt, responseStatus])).toEqual([
    [1, 500],
    [2, 429],
    [3, null],
    [4, 202],
  ]);
  expect(new Set(sent.map(({ deliveryId }) => deliveryId)).size).toBe(1);
  expect((await traffic(caller)).pending).toEqual([]);
});

test("another refusal is final, and so is the fourth failure; somebody gets a mail", async () => {
  answerWith(404);
  const refused = await house({ alertingEmailAddress: "ops@example.com" });
  await refused.book();
  expect(await sentBy(refused.caller)).toHaveLength(1);
  expect((await traffic(refused.caller)).pending).toEqual([]);
  expect((await request("/mailbox")).text).toContain("ops@example.com");
  answerWith(502);
  const failing = await house();
  await failing.book();
  for (const wait of ["0s", "1m", "7m", "49m", "1d"]) {
    await advance(wait);
    await deliver(failing.caller);
  }
  const { sent, pending } = await traffic(failing.caller);
  expect([sent.length, pending.length]).toEqual([4, 0]);
  expect((await request("/mailbox")).text).toContain(`owner-${failing.caller.accountId}@hosts.example.com`);
});

test("a slow receiver counts as nobody there", async () => {
  vi.stubGlobal("fetch", (_: string, { signal }: RequestInit) =>
    scheduler.wait(2000, { signal: signal ?? undefined }),
  );
  const { caller, book } = await house();
  await caller.set({ webhookTimeoutMs: 20 });
  await book();
  expect(await sentBy(caller)).toMatchObject([{ responseStatus: null }]);
  expect((await traffic(caller)).pending).toHaveLength(1);
});

test("five days without a success disable a webhook, a success in between does not", async () => {
  answerWith(400, 200, 400);
  const { caller, hook, book } = await house();
  const isEnabled = async () => (await caller.single(`/webhooks/unifiedWebhooks/${hook.id}`)).isEnabled;
  const bookings = [];
  for (let day = 1; day <= 8; day++) {
    bookings.push(await book({ arrivalDate: `2031-05-0${day}`, departureDate: `2031-05-0${day + 1}` }));
    await deliver(caller);
    expect(await isEnabled(), `day ${day}`).toBe(day < 8 ? 1 : 0);
    await advance("1d");
  }
  await book({ arrivalDate: "2031-06-01", departureDate: "2031-06-02" });
  expect(await sentBy(caller)).toHaveLength(bookings.length);
});
