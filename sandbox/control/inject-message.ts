import { z } from "zod";
import type { Account } from "#sandbox/hostaway/account.ts";
import { addMessage } from "#sandbox/hostaway/conversations/add-message.ts";
import { communicationTypes, type Message } from "#sandbox/hostaway/conversations/conversation.ts";
import { openConversation } from "#sandbox/hostaway/conversations/open-conversation.ts";
import { announceMessage } from "#sandbox/hostaway/webhooks/announce.ts";
import { BadRequest } from "#sandbox/json-app.ts";
import type { World } from "#sandbox/world.ts";

export const IncomingMessage = z.strictObject({
  reservationId: z.int(),
  body: z.string().min(1),
  communicationType: z.enum(communicationTypes).default("channel"),
});

/** A message from the guest of a reservation, unread. */
export function injectMessage(
  world: World,
  account: Account,
  { reservationId, body, communicationType }: z.output<typeof IncomingMessage>,
): Message {
  const reservation = account.reservations.find(reservationId);
  if (!reservation) throw new BadRequest(`There is no reservation ${reservationId}`);
  const conversation = openConversation(account, reservation);
  const at = world.clock.now();
  const message = addMessage({ account, conversation, body, communicationType, isIncoming: 1, at });
  announceMessage(world, account, message);
  return message;
}
