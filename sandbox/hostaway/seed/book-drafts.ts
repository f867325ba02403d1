import type { Account } from "#sandbox/hostaway/account.ts";
import { toBooking } from "#sandbox/hostaway/reservations/book.ts";
import { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import { attachExtras } from "./attach-extras.ts";
import { inventConversation } from "./invent-conversation.ts";
import type { Draft } from "./invent-reservation.ts";
import type { Random } from "./random.ts";

/** Books the drafts in the order they were made, most of them with a conversation. */
export function bookDrafts(account: Account, random: Random, drafts: Draft[], now: number): void {
  for (const draft of drafts.toSorted((a, b) => a.bookedAt - b.bookedAt)) {
    const id = account.reservations.nextId();
    const booked = Reservation.parse(toBooking({ account, id, ...draft }));
    const reservation = account.reservations.put(attachExtras(account, booked));
    if (reservation.status === "ownerStay" || random.chance(0.1)) continue;
    inventConversation({ account, random, reservation, city: draft.listing.city ?? "", now });
  }
}
