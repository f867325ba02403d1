import { Hono } from "hono";
import { z } from "zod";
import { readBody } from "#sandbox/hostaway/body.ts";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { listSuccess, notFound, success } from "#sandbox/hostaway/envelope.ts";
import { getReservation } from "#sandbox/hostaway/find.ts";
import { NoQuery, Paging, pageOf, QueryInteger, QuerySwitch, readQuery } from "#sandbox/hostaway/query.ts";
import { addMessage } from "./add-message.ts";
import { type Conversation, communicationTypes } from "./conversation.ts";
import { markSeen } from "./mark-seen.ts";
import { ConversationView, isSent, messagesOf, toConversationView } from "./view.ts";

const ConversationsQuery = z.object({ ...Paging, ...ConversationView, reservationId: QueryInteger });
const MessagesQuery = z.object({ ...Paging, includeScheduledMessages: QuerySwitch });
const NewMessage = z.object({
  body: z.string().min(1),
  communicationType: z.enum(communicationTypes).default("email"),
});

const MarkRead = z.object({ hasUnreadMessages: z.literal([0, 1]) });

export const conversations = new Hono<HostawayEnv>();

conversations.get("/conversations", (c) => {
  const query = readQuery(c, ConversationsQuery);
  const found = c.var.account.conversations
    .all()
    .filter((item) => query.reservationId === undefined || item.reservationId === query.reservationId)
    .sort((a, b) => (lastActivity(a) < lastActivity(b) ? 1 : -1));
  const page = pageOf(c, found, query);
  const rows = page.rows.map((conversation) => toConversationView(c.var.account, conversation, query));
  return listSuccess({ ...page, rows }, c.var.settings);
});

conversations.get("/conversations/:id{[0-9]+}", (c) => {
  const query = readQuery(c, z.object(ConversationView));
  return success(toConversationView(c.var.account, getConversation(c, "read"), query));
});

conversations.get("/conversations/:id{[0-9]+}/messages", (c) => {
  const query = readQuery(c, MessagesQuery);
  const messages = messagesOf(c.var.account, getConversation(c, "read").id);
  const wanted = query.includeScheduledMessages ? messages : messages.filter(isSent);
  return listSuccess(pageOf(c, wanted, query), c.var.settings);
});

conversations.get("/conversations/:id{[0-9]+}/messages/:messageId{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  const message = c.var.account.messages.find(Number(c.req.param("messageId")));
  if (message?.conversationId !== getConversation(c, "read").id) throw notFound();
  return success(message);
});

conversations.post("/conversations/:id{[0-9]+}/messages", async (c) => {
  readQuery(c, NoQuery);
  const conversation = getConversation(c, "write");
  const { body, communicationType } = await readBody(c, NewMessage);
  const at = c.env.world.clock.now();
  const { account } = c.var;
  return success(addMessage({ account, conversation, body, communicationType, isIncoming: 0, at }));
});

/** Undocumented, but known to work. */
conversations.put("/conversations/:id{[0-9]+}", async (c) => {
  readQuery(c, NoQuery);
  if (!c.var.settings.markRead) throw notFound();
  const conversation = getConversation(c, "write");
  const { hasUnreadMessages } = await readBody(c, MarkRead);
  if (!hasUnreadMessages) markSeen(c.var.account, conversation.id);
  return success(c.var.account.conversations.put({ ...conversation, hasUnreadMessages }));
});

const lastActivity = ({ messageSentOn, messageReceivedOn }: Conversation) =>
  [messageSentOn ?? "", messageReceivedOn ?? ""].sort().at(-1) ?? "";

function getConversation(c: HostawayContext, access: "read" | "write"): Conversation {
  const conversation = c.var.account.conversations.find(Number(c.req.param("id")));
  if (!conversation) throw notFound();
  getReservation(c, conversation.reservationId, access);
  return conversation;
}
