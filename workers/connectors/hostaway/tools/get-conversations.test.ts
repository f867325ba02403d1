import { expect, test } from "vitest";
import { conversation, fakeUpstream, message, pagedList, runTool } from "../fake-upstream.ts";
import { getConversations } from "./get-conversations.ts";

const inbox = (rows: unknown[]) => fakeUpstream({ "/conversations": pagedList(rows) });

test("shows the latest first, with a labelled preview of what the guest wrote", async () => {
  const upstream = inbox([
    conversation(1, {
      messageReceivedOn: "2026-11-01 08:00:00",
      Reservation: { guestName: "Bob", listingName: "Loft" },
    }),
    conversation(2, {
      hasUnreadMessages: "1",
      messageReceivedOn: "2026-11-21 09:00:00",
      conversationMessages: [
        message(7, { isIncoming: 1, body: "x".repeat(300), date: "2026-11-21 09:00:00" }),
      ],
    }),
  ]);
  const answer = await runTool(getConversations, upstream, {});
  expect(answer).toMatchObject({
    total: 2,
    conversations: [
      {
        id: 2,
        booking_id: 502,
        last_message_at: "2026-11-21T09:00:00Z",
        waiting: true,
        unread: true,
        last_message: { untrusted_text: `${"x".repeat(200)}… [cut]` },
      },
      { id: 1, guest_name: "Bob", property_name: "Loft", unread: false },
    ],
  });
  expect(upstream.calls[0]?.query).toMatchObject({ includeResources: 1, limit: 100 });
});

test.each<[string, object, boolean]>([
  ["the guest wrote last", { conversationMessages: [message(1, { isIncoming: 1 })] }, true],
  ["the host wrote last", { conversationMessages: [message(1)] }, false],
  [
    "only an automatic message followed the guest's",
    { conversationMessages: [message(1, { originatedBy: "system" })], messageSentOn: null },
    true,
  ],
  ["the times say the host answered", { messageSentOn: "2026-11-21 00:00:00" }, false],
  ["nobody wrote", { messageReceivedOn: null }, false],
])("knows whether a guest waits when %s", async (_, fields, waiting) => {
  const answer = await runTool(getConversations, inbox([conversation(1, fields)]), {});
  expect(answer.conversations[0]?.waiting).toBe(waiting);
});

test("filters unread, booking and property itself", async () => {
  const upstream = inbox([
    conversation(1, { hasUnreadMessages: 1, listingMapId: "9" }),
    conversation(2, { hasUnreadMessages: 1 }),
    conversation(3, { listingMapId: 9 }),
  ]);
  const find = async (args: object) =>
    (await runTool(getConversations, upstream, args)).conversations.map(({ id }) => id);
  expect(await find({ unread_only: true, property_id: 9 })).toEqual([1]);
  expect(await find({ booking_id: 502 })).toEqual([2]);
  expect(upstream.calls[1]?.query.reservationId).toBe(502);
});

test("pages through the inbox, also past what one call reads", async () => {
  const upstream = inbox(Array.from({ length: 520 }, (_, index) => conversation(index + 1)));
  const seen = new Set<number>();
  let cursor: string | undefined;
  do {
    const page = await runTool(getConversations, upstream, { limit: 50, cursor });
    expect(page.total).toBeUndefined();
    for (const { id } of page.conversations) seen.add(id);
    cursor = page.next_cursor;
  } while (cursor);
  expect(seen.size).toBe(520);
});
