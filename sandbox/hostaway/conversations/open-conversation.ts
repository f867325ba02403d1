import type { Account } from "#sandbox/hostaway/account.ts";
import type { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import { Conversation } from "./conversation.ts";

/** The conversation of a reservation, begun if there is none. */
export function openConversation(account: Account, reservation: Reservation): Conversation {
  const existing = account.conversations.all().find((item) => item.reservationId === reservation.id);
  if (existing) return existing;
  const id = account.conversations.nextId();
  return account.conversations.put(
    Conversation.parse({
      id,
      accountId: Number(account.id),
      listingMapId: reservation.listingMapId,
      reservationId: reservation.id,
      recipientEmail: reservation.guestEmail,
      recipientName: reservation.guestName,
      hostEmail: `host-${id}@proxy.example`,
      guestEmail: `guest-${id}@proxy.example`,
    }),
  );
}
