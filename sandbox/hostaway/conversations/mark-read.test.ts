import { expect, test } from "vitest";
import { Message } from "#sandbox/hostaway/conversations/conversation.ts";
import { newCaller } from "#sandbox/testing.ts";

async function unreadThread() {
  const caller = await newCaller();
  const { id, reservationId } = await caller.single("/conversations/8200001");
  await caller.inject("messages", { reservationId, body: "Is anybody there?" });
  return { caller, reservationId, path: `/conversations/${id}` };
}

test("a conversation is marked read, its messages seen, and unread again", async () => {
  const { caller, reservationId, path } = await unreadThread();
  const unread = async () => (await caller.list("/reservations?hasUnreadConversationMessages=1")).ids;
  expect(await unread()).toContain(reservationId);
  expect(await caller.written("PUT", path, { hasUnreadMessages: 0 })).toMatchObject({ hasUnreadMessages: 0 });
  expect(await unread()).not.toContain(reservationId);
  const messages = (await caller.list(`${path}/messages`)).rows.map((row) => Message.parse(row));
  expect(messages.some(({ isSeen }) => isSeen === 0)).toBe(false);
  await caller.put(path, { hasUnreadMessages: 1 });
  expect(await unread()).toContain(reservationId);
});

test("marking needs a flag, and is undocumented: it can be switched off", async () => {
  const { caller, path } = await unreadThread();
  expect((await caller.put(path, {})).status).toBe(400);
  expect((await caller.put(path, { hasUnreadMessages: true })).status).toBe(400);
  await caller.set({ markRead: false });
  expect((await caller.put(path, { hasUnreadMessages: 0 })).status).toBe(404);
});

test("templates come raw, or filled in for a reservation", async () => {
  const { caller, reservationId } = await unreadThread();
  const { guestFirstName } = await caller.single(`/reservations/${String(reservationId)}`);
  const raw = (await caller.list("/messageTemplates")).rows;
  expect(raw[0]).toMatchObject({ name: "Welcome", message: expect.stringContaining("{{guest_first_name}}") });
  for (const path of [
    `/messageTemplates?reservationId=${String(reservationId)}`,
    `/reservations/${String(reservationId)}/messageTemplates`,
  ]) {
    const filled = (await caller.list(path)).rows;
    expect(filled).toHaveLength(raw.length);
    expect(filled[0]?.message, path).toContain(`Hello ${String(guestFirstName)}`);
    expect(JSON.stringify(filled)).not.toContain("{{");
  }
});
