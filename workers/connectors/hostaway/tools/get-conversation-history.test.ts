import { expect, test } from "vitest";
import { conversation, fakeUpstream, message, pagedList, runTool } from "../fake-upstream.ts";
import { getConversationHistory } from "./get-conversation-history.ts";

const thread = (rows: unknown[]) => fakeUpstream({ "/conversations/3/messages": pagedList(rows) });

test("shows messages oldest first with sender, channel and delivery", async () => {
  const upstream = thread([
    message(4, {
      date: null,
      insertedOn: "2026-11-20 12:00:00",
      communicationType: "whatsapp",
      status: "failed",
    }),
    message(2, { communicationType: "email", isIncoming: "1", body: "Hello\u200b" }),
    message(3, {
      communicationEvent: "arrival",
      isSeen: 1,
      attachments: [{ url: "https://example.test/a.pdf" }],
    }),
  ]);
  expect(await runTool(getConversationHistory, upstream, { conversation_id: 3 })).toEqual({
    conversation_ids: [3],
    messages: [
      {
        id: 2,
        sent_at: "2026-11-20T10:00:02Z",
        from: "guest",
        channel: "email",
        text: { untrusted_text: "Hello" },
        delivery: "sent",
      },
      {
        id: 3,
        sent_at: "2026-11-20T10:00:03Z",
        from: "system",
        channel: "platform",
        text: "Message 3",
        delivery: "read",
        attachments: 1,
      },
      {
        id: 4,
        sent_at: "2026-11-20T12:00:00Z",
        from: "host",
        channel: "sms",
        text: "Message 4",
        delivery: "failed",
      },
    ],
    channels_used: ["sms", "email", "platform"],
    total: 3,
  });
});

test("pages through a long thread with a true total", async () => {
  const upstream = thread(
    Array.from({ length: 130 }, (_, index) => message(index + 1, { date: "2026-11-20 10:00:00" })),
  );
  const first = await runTool(getConversationHistory, upstream, { conversation_id: 3, limit: 100 });
  const second = await runTool(getConversationHistory, upstream, {
    conversation_id: 3,
    limit: 100,
    cursor: first.next_cursor,
  });
  expect([first.total, second.total]).toEqual([130, 130]);
  expect(second.messages.map(({ id }) => id)).toEqual(Array.from({ length: 30 }, (_, index) => index + 101));
  expect(second.next_cursor).toBeUndefined();
});

test("merges the conversations of a booking", async () => {
  const upstream = fakeUpstream({
    "/reservations/501/conversations": {
      status: "success",
      result: [conversation(3), conversation("4" as never)],
    },
    "/conversations/3/messages": pagedList([message(30)]),
    "/conversations/4/messages": pagedList([message(1)]),
  });
  const answer = await runTool(getConversationHistory, upstream, { booking_id: 501 });
  expect(answer.conversation_ids).toEqual([3, 4]);
  expect(answer.messages.map(({ id }) => id)).toEqual([1, 30]);
});

test("a booking without a conversation has an empty history", async () => {
  const upstream = fakeUpstream({ "/reservations/501/conversations": { status: "success", result: [] } });
  expect(await runTool(getConversationHistory, upstream, { booking_id: 501 })).toMatchObject({
    messages: [],
    total: 0,
  });
});

test.each([{}, { conversation_id: 3, booking_id: 501 }])("wants exactly one id, not %o", async (args) => {
  await expect(runTool(getConversationHistory, thread([]), args)).rejects.toMatchObject({
    code: "invalid_request",
  });
});

test("what does not exist is not found, and the answer names the tool that lists it", async () => {
  await expect(runTool(getConversationHistory, thread([]), { conversation_id: 8 })).rejects.toThrow(
    "No conversation 8. Call get_conversations to list them.",
  );
  await expect(runTool(getConversationHistory, thread([]), { booking_id: 8 })).rejects.toThrow(
    "No booking 8.",
  );
});
