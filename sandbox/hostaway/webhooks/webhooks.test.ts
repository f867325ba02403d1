import { afterAll, afterEach, expect, test, vi } from "vitest";
import { advance, control, resetSandbox, restartSandbox } from "#sandbox/testing.ts";
import { answerWith, deliver, eventsOf, house, sentBy, traffic, url } from "./testing.ts";

afterEach(() => vi.unstubAllGlobals());
afterAll(resetSandbox);

test("bookings, changes, cancellations and guests' messages are delivered, hosts' messages are not", async () => {
  answerWith(200);
  const { caller, id, book } = await house();
  const { id: booking } = await book();
  await caller.put(`/reservations/${booking}`, { hostNote: "Late" });
  await caller.put(`/reservations/${booking}/statuses/cancelled`, { cancelledBy: "guest" });
  const later = { channelId: 2000, arrivalDate: "2031-04-01", departureDate: "2031-04-02" };
  await caller.inject("reservations", { ...later, listingMapId: id });
  await control(`/hostaway/accounts/${caller.accountId}/reservations/${booking + 1}`, { adults: 2 }, "PUT");
  await caller.inject("messages", { reservationId: booking, body: "Hello?" });
  const [thread] = (await caller.list(`/conversations?reservationId=${booking}`)).ids;
  await caller.post(`/conversations/${thread}/messages`, { body: "Yes?" });
  const sent = await sentBy(caller);
  expect(eventsOf(sent)).toEqual([
    ["reservation.created", booking],
    ["reservation.updated", booking],
    ["reservation.updated", booking],
    ["reservation.created", booking + 1],
    ["reservation.updated", booking + 1],
    ["message.received", expect.any(Number)],
  ]);
  expect(JSON.parse(sent[2]?.body ?? "")).toMatchObject({
    object: "reservation",
    event: "reservation.updated",
    accountId: Number(caller.accountId),
    data: { id: booking, listingMapId: id, status: "cancelled" },
  });
  expect(JSON.parse(sent[5]?.body ?? "")).toMatchObject({
    object: "conversationMessage",
    data: { reservationId: booking, conversationId: thread, isIncoming: 1, body: "Hello?" },
  });
});

test("the request is JSON, with Basic authentication where both parts are set", async () => {
  answerWith(200);
  const open = await house({ login: "us" });
  await open.book();
  expect((await sentBy(open.caller))[0]).toMatchObject({
    url,
    headers: { "Content-Type": "application/json" },
  });
  expect((await sentBy(open.caller))[0]?.headers).not.toHaveProperty("Authorization");
  const closed = await house({ login: "us", password: "geheim" });
  await closed.book();
  expect((await sentBy(closed.caller))[0]?.headers.Authorization).toBe(`Basic ${btoa("us:geheim")}`);
});

test("duplicates, delay and disorder are switches", async () => {
  answerWith(200);
  const { caller, book } = await house();
  await caller.set({ webhookDuplicates: 1, webhookDelayMs: 5000, webhookDisorder: true });
  const first = await book();
  const second = await book({ arrivalDate: "2031-04-01", departureDate: "2031-04-02" });
  expect(await sentBy(caller)).toEqual([]);
  await advance("5s");
  const created = (reservation: { id: number }) => ["reservation.created", reservation.id];
  expect(eventsOf(await sentBy(caller))).toEqual([created(second), created(second)]);
  await advance("30s");
  expect(eventsOf(await sentBy(caller)).slice(2)).toEqual([created(first), created(first)]);
});

test("webhooks can be switched off, and wrap their data once more", async () => {
  answerWith(200);
  const { caller, book } = await house();
  await caller.set({ webhooks: false });
  await book();
  expect(await sentBy(caller)).toEqual([]);
  await caller.set({ webhooks: true, webhookNested: true });
  await book({ arrivalDate: "2031-04-01", departureDate: "2031-04-02" });
  const [sent] = await sentBy(caller);
  expect(JSON.parse(sent?.body ?? "")).toMatchObject({ payload: { data: { arrivalDate: "2031-04-01" } } });
});

test("a disabled or removed webhook gets nothing, not even what waited", async () => {
  answerWith(200);
  const { caller, hook, book } = await house();
  await caller.set({ webhookDelayMs: 60_000 });
  await book();
  await caller.put(`/webhooks/unifiedWebhooks/${hook.id}`, { isEnabled: 0 });
  await book({ arrivalDate: "2031-04-01", departureDate: "2031-04-02" });
  expect((await traffic(caller)).pending).toHaveLength(1);
  await caller.delete(`/webhooks/unifiedWebhooks/${hook.id}`);
  expect((await traffic(caller)).pending).toEqual([]);
  await advance("1h");
  expect(await sentBy(caller)).toEqual([]);
});

test("the log shows what came of each request, the latest first, without the password", async () => {
  answerWith(500, 200);
  const { caller, id, hook, book } = await house({ login: "us", password: "geheim" });
  const { id: objectId } = await book();
  await deliver(caller);
  await advance("1m");
  await deliver(caller);
  const { rows, count } = await caller.list(
    `/unifiedWebhookLogs?unifiedWebhookId=${hook.id}&listingMapId=${id}`,
  );
  expect(count).toBe(2);
  expect(rows[0]).toEqual({
    id: expect.any(Number),
    accountId: Number(caller.accountId),
    listingMapId: id,
    webhookNotificationSettingId: hook.id,
    isEnabled: 1,
    url,
    login: "us",
    password: "********",
    object: "reservation",
    objectId,
    event: "reservation.created",
    responseStatus: 200,
    responseBody: "answer 200",
  });
  expect((await caller.list("/unifiedWebhookLogs?unifiedWebhookId=1")).count).toBe(0);
  expect((await caller.list("/unifiedWebhookLogs?limit=1&offset=1")).rows[0]?.responseStatus).toBe(500);
});

test("what waits survives a restart and is delivered by itself when the clock gets there", async () => {
  answerWith(200);
  const { caller, book } = await house();
  await caller.set({ webhookDelayMs: 60_000 });
  const { id } = await book();
  await restartSandbox();
  await advance("1m");
  await vi.waitFor(async () =>
    expect(eventsOf((await traffic(caller)).sent)).toEqual([["reservation.created", id]]),
  );
}, 30_000);

test("a clock that runs delivers by itself, too", async () => {
  answerWith(200);
  const { caller, book } = await house();
  await caller.set({ webhookDelayMs: 60_000 });
  await book();
  await control("/clock", { speed: 1000 });
  await vi.waitFor(async () => expect((await traffic(caller)).sent).toHaveLength(1));
  await control("/clock", { speed: 1 });
});
