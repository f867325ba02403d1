import { expect, test } from "vitest";
import { conversation, fakeUpstream, one } from "../fake-upstream.ts";
import { applyWrite, getStep, lookBack, planWrite } from "../fake-write.ts";
import { markConversationRead } from "./mark-conversation-read.ts";

const inbox = (hasUnreadMessages: 0 | 1, routes: object = { "PUT /conversations/3": one({}) }) =>
  fakeUpstream({ "GET /conversations/3": one(conversation(3, { hasUnreadMessages })), ...routes });

test("marks an unread conversation, and the undo marks it unread", async () => {
  const upstream = inbox(1);
  const plan = await planWrite(markConversationRead, upstream, { conversation_id: 3 });
  const step = getStep(plan);
  expect(step).toMatchObject({ before: { is_read: false }, after: { is_read: true } });
  expect(plan.warnings).toEqual([]);
  await applyWrite(markConversationRead, upstream, step.change);
  expect(upstream.calls.at(-1)?.request.body).toEqual({ hasUnreadMessages: 0 });
  const { now, reverse } = await lookBack(markConversationRead, upstream, step, {});
  expect(now).toEqual({ is_read: false });
  if (reverse) await applyWrite(markConversationRead, upstream, reverse);
  expect(upstream.calls.at(-1)?.request.body).toEqual({ hasUnreadMessages: 1 });
});

test("says that a conversation is read already, and leaves it read when undone", async () => {
  const upstream = inbox(0);
  const plan = await planWrite(markConversationRead, upstream, { conversation_id: 3 });
  expect(plan.warnings).toEqual(["It is marked as read already."]);
  expect((await lookBack(markConversationRead, upstream, getStep(plan), {})).reverse).toMatchObject({
    is_read: true,
  });
});

test("where Hostaway does not have the call, that is not a missing conversation", async () => {
  const upstream = inbox(1, {});
  const { change } = getStep(await planWrite(markConversationRead, upstream, { conversation_id: 3 }));
  await expect(applyWrite(markConversationRead, upstream, change)).rejects.toMatchObject({
    code: "upstream_locked",
  });
});
