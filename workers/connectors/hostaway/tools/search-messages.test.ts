import { expect, test } from "vitest";
import { conversation, fakeUpstream, message, pagedList, runTool } from "../fake-upstream.ts";
import { searchMessages } from "./search-messages.ts";

type Threads = Record<number, unknown[]>;

function inbox(threads: Threads, fields: (id: number) => object = () => ({})) {
  const ids = Object.keys(threads).map(Number);
  return fakeUpstream({
    "/conversations": pagedList(ids.map((id) => conversation(id, fields(id)))),
    ...Object.fromEntries(ids.map((id) => [`/conversations/${id}/messages`, pagedList(threads[id] ?? [])])),
  });
}

test("finds a text whatever its case and accents, in the latest conversation first", async () => {
  const upstream = inbox({
    1: [message(10, { body: "Is there a CAFÉ nearby?", isIncoming: 1 }), message(11, { body: "Yes" })],
    2: [message(20, { body: "The cafe is next door" })],
  });
  const answer = await runTool(searchMessages, upstream, { query: "Café" });
  expect(answer).toMatchObject({
    searched_conversations: 2,
    messages: [
      { id: 20, conversation_id: 2, booking_id: 502, from: "host", text: "The cafe is next door" },
      { id: 10, from: "guest", channel: "platform", text: { untrusted_text: "Is there a CAFÉ nearby?" } },
    ],
  });
  expect(answer.next_cursor).toBeUndefined();
});

test("filters by direction and dates, and does not read conversations that ended before", async () => {
  const upstream = inbox(
    {
      1: [message(10, { date: "2026-10-01 10:00:00" })],
      2: [
        message(20, { date: "2026-11-02 10:00:00", isIncoming: 1 }),
        message(21, { date: "2026-11-03 10:00:00" }),
        message(22, { date: "2026-11-09 10:00:00" }),
      ],
    },
    (id) => (id === 1 ? { messageReceivedOn: "2026-10-01 10:00:00" } : {}),
  );
  const args = { from_date: "2026-11-01", to_date: "2026-11-03" };
  const idsOf = async (direction: "guest" | "host") =>
    (await runTool(searchMessages, upstream, { ...args, direction })).messages.map(({ id }) => id);
  expect(await idsOf("guest")).toEqual([20]);
  expect(await idsOf("host")).toEqual([21]);
  expect(upstream.calls.map(({ path }) => path)).not.toContain("/conversations/1/messages");
});

test("searches ten conversations a call and goes on with the cursor", async () => {
  const threads = Object.fromEntries(
    Array.from({ length: 23 }, (_, index) => [
      index + 1,
      [message(index + 1, { body: index === 0 ? "needle" : "hay" })],
    ]),
  );
  const upstream = inbox(threads);
  const first = await runTool(searchMessages, upstream, { query: "needle" });
  expect(first).toMatchObject({
    messages: [],
    searched_conversations: 10,
    note: expect.stringContaining("next_cursor"),
  });
  expect(upstream.calls).toHaveLength(11);
  const second = await runTool(searchMessages, upstream, { query: "needle", cursor: first.next_cursor });
  const third = await runTool(searchMessages, upstream, { query: "needle", cursor: second.next_cursor });
  expect(third).toMatchObject({ messages: [{ id: 1 }], searched_conversations: 3 });
  expect(third.next_cursor).toBeUndefined();
});

test.each([1, 2, 3, 4, 7])(
  "pages of %i inside and across conversations repeat and lose nothing",
  async (limit) => {
    const upstream = inbox({
      1: [message(10), message(11)],
      2: [message(20), message(21), message(22)],
      3: [message(30)],
    });
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await runTool(searchMessages, upstream, { query: "message", limit, cursor });
      seen.push(...page.messages.map(({ id }) => id));
      cursor = page.next_cursor;
    } while (cursor);
    expect(seen).toEqual([30, 20, 21, 22, 10, 11]);
  },
);

test("narrows by guest, property and booking before reading any messages", async () => {
  const upstream = inbox({ 1: [message(1)], 2: [message(2)], 3: [message(3)] }, (id) => ({
    Reservation: { guestName: id === 1 ? "Zoë Big" : "Bob Small" },
    listingMapId: id,
  }));
  const find = async (args: object) =>
    (await runTool(searchMessages, upstream, args)).messages.map(({ conversation_id }) => conversation_id);
  expect(await find({ guest_name: "zoe" })).toEqual([1]);
  expect(await find({ guest_name: "bob", property_id: 3 })).toEqual([3]);
  expect(await find({ booking_id: 502 })).toEqual([2]);
});

test("refuses a reversed range", async () => {
  const run = runTool(searchMessages, inbox({}), { from_date: "2026-11-05", to_date: "2026-11-01" });
  await expect(run).rejects.toThrow(/from_date.*to_date/);
});
