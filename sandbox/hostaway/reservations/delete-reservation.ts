import type { Account } from "#sandbox/hostaway/account.ts";
import { messagesOf } from "#sandbox/hostaway/conversations/view.ts";
import type { Reservation } from "./reservation.ts";

/** The reservation and its correspondence, for good; no webhook tells of it (assumed). */
export function deleteReservation(account: Account, { id }: Reservation): void {
  for (const conversation of account.conversations.all().filter((item) => item.reservationId === id)) {
    for (const message of messagesOf(account, conversation.id)) account.messages.remove(message.id);
    account.conversations.remove(conversation.id);
  }
  account.reservations.remove(id);
}
