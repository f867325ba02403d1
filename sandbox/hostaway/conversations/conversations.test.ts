import { expect, test } from "vitest";
import { type Caller, callerOf, newCaller } from "#sandbox/testing.ts";
import { Conversation, Message } from "./conversation.ts";

async function messages(caller: Caller, id: number, query = ""): Promise<Message[]> {
  const { rows } = await caller.list(`/conversations/${id}/messages?${query}`);
  return rows.map((row) => Message.parse(row));
}

test("conversations are listed by their latest activity, in pages, for one reservation if asked", async () => {
  const caller = await newCaller();
  const { rows, count } = await caller.list("/conversations");
  const latest = rows.map((row) => {
    const { messageSentOn, messageReceivedOn } = Conversation.parse(row);
    return [messageSentOn ?? "", messageReceivedOn ?? ""].sort()[1];
  });
  expect(latest).toEqual(latest.toSorted().toReversed());
  const [first, second] = rows;
  expect((await caller.list("/conversations?limit=1&offset=1")).ids).toEqual([second?.id]);
  expect(await caller.list(`/conversations?reservationId=${first?.reservationId}`)).toMatchObject({
    count: 1,
  });
  expect(count).toBeGreaterThan(1);
});

test("the latest message and the reservation are attached only when asked for", async () => {
  const caller = await newCaller();
  const bare = await caller.single("/conversations/8200001");
  expect(bare).not.toHaveProperty("Reservation");
  expect(bare).not.toHaveProperty("conversationMessages");
  const full = await caller.single("/conversations/8200001?includeResources=1");
  const [latest] = await messages(caller, 8_200_001);
  expect(full).toMatchObject({
    conversationMessages: [{ id: latest?.id }],
    Reservation: { id: bare.reservationId },
  });
  const own = await caller.get(`/reservations/${bare.reservationId}/conversations?includeResources=1`);
  expect(own.body).toEqual({ status: "success", result: [full] });
});

test("messages come newest first, in pages, and one by one", async () => {
  const caller = await newCaller();
  const { reservationId } = await caller.single("/conversations/8200001");
  await caller.inject("messages", { reservationId, body: "One" });
  await caller.inject("messages", { reservationId, body: "Two" });
  const all = await messages(caller, 8_200_001);
  expect(all[0]?.body).toBe("Two");
  const dates = all.map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted().toReversed());
  const page = await messages(caller, 8_200_001, "limit=1&offset=1");
  expect(page.map(({ id }) => id)).toEqual([all[1]?.id]);
  expect(await caller.single(`/conversations/8200001/messages/${all[1]?.id}`)).toMatchObject({
    body: all[1]?.body,
  });
  expect((await caller.get(`/conversations/8200002/messages/${all[1]?.id}`)).status).toBe(404);
});

test("a scheduled message shows only when asked for", async () => {
  const caller = await callerOf("10001");
  const today = new Date().toISOString().slice(0, 10);
  const { rows } = await caller.list(`/reservations?limit=500&arrivalStartDate=${today}`);
  const staying = rows.filter(({ status }) => status === "new").map(({ id }) => id);
  const reservationId = staying.toSorted((a, b) => a - b)[3];
  const [id = 0] = (await caller.list(`/conversations?reservationId=${reservationId}`)).ids;
  expect((await messages(caller, id)).every(({ status }) => status === "sent")).toBe(true);
  const [first] = await messages(caller, id, "includeScheduledMessages=1");
  expect(first).toMatchObject({ status: "awaiting", isIncoming: 0, sentChannelDate: null });
  expect((first?.date ?? "") > new Date().toISOString().slice(0, 10)).toBe(true);
});

test("a message sent is answered whole, appended, and marks the conversation", async () => {
  const caller = await newCaller();
  const { id, reservationId } = await caller.single("/conversations/8200001");
  await caller.inject("messages", { reservationId, body: "Where is the key?" });
  const { status, text } = await caller.send("POST", `/conversations/${id}/messages`, {
    body: "Under the mat.",
    communicationType: "channel",
  });
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({
    status: "success",
    result: {
      body: "Under the mat.",
      communicationType: "channel",
      isIncoming: 0,
      status: "sent",
      reservationId,
    },
  });
  const sent = Message.parse(JSON.parse(text).result);
  expect((await messages(caller, id))[0]).toEqual(sent);
  expect(await caller.single(`/conversations/${id}`)).toMatchObject({
    messageSentOn: sent.date,
    hasUnreadMessages: 0,
  });
});

test("a message needs a body and a way that exists; e-mail is the default", async () => {
  const caller = await newCaller();
  const send = (body: object) => caller.send("POST", "/conversations/8200001/messages", body);
  expect((await send({})).status).toBe(400);
  expect((await send({ body: "" })).status).toBe(400);
  expect((await send({ body: "Hi", communicationType: "pigeon" })).status).toBe(400);
  expect(JSON.parse((await send({ body: "Hi" })).text)).toMatchObject({
    result: { communicationType: "email" },
  });
});
