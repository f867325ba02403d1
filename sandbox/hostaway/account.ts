import { z } from "zod";
import { Collection } from "#sandbox/collection.ts";
import type { Store } from "#sandbox/store.ts";
import { CalendarOverrides } from "./calendar/overrides.ts";
import { Conversation, Message } from "./conversations/conversation.ts";
import { Listing, ListingUnits } from "./listings/listing.ts";
import { Reservation } from "./reservations/reservation.ts";
import { User } from "./users.ts";

export const Credentials = z.object({
  accountId: z.string(),
  clientSecret: z.string(),
  secretVersion: z.int(),
});
export type Credentials = z.infer<typeof Credentials>;

export type Account = ReturnType<typeof openAccount>;

/** One Hostaway account with all it owns, loaded into memory. Ids start alike in every account, so that they collide. */
export function openAccount(store: Store, accountId: string) {
  return {
    id: accountId,
    listings: new Collection(store, "listing", accountId, Listing, 40_160),
    units: new Collection(store, "units", accountId, ListingUnits),
    overrides: new Collection(store, "overrides", accountId, CalendarOverrides),
    reservations: new Collection(store, "reservation", accountId, Reservation, 5_100_001),
    conversations: new Collection(store, "conversation", accountId, Conversation, 8_200_001),
    messages: new Collection(store, "message", accountId, Message, 90_000_001),
    users: new Collection(store, "user", accountId, User),
  };
}
