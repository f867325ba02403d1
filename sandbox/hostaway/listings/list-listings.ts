import { z } from "zod";
import type { Account } from "#sandbox/hostaway/account.ts";
import { isFree } from "#sandbox/hostaway/calendar/calendar.ts";
import { each } from "#sandbox/hostaway/fields.ts";
import {
  contains,
  isWithin,
  Paging,
  QueryDate,
  QueryFlag,
  QueryInteger,
  QueryText,
} from "#sandbox/hostaway/query.ts";
import type { HostawaySettings } from "#sandbox/hostaway/settings.ts";
import { isArchived, type Listing } from "./listing.ts";

type Compare = (a: Listing, b: Listing) => number;

const collator = new Intl.Collator("en");
const byId: Compare = (a, b) => a.id - b.id;
const byName: Compare = (a, b) => collator.compare(a.name, b.name);
const byContact: Compare = (a, b) => collator.compare(a.contactName ?? "", b.contactName ?? "");
const byActivity: Compare = (a, b) => collator.compare(a.latestActivityOn ?? "", b.latestActivityOn ?? "");
const reversed =
  (compare: Compare): Compare =>
  (a, b) =>
    compare(b, a);

const orders = {
  name: byName,
  nameReversed: reversed(byName),
  order: byId,
  orderReversed: reversed(byId),
  contactName: byContact,
  contactNameReversed: reversed(byContact),
  latestActivity: byActivity,
  latestActivityDesc: reversed(byActivity),
};

export const ListingsQuery = z.object({
  ...Paging,
  sortOrder: z.literal(Object.keys(orders).filter(isOrder)).default("order"),
  ...each(["city", "match", "country", "contactName"], QueryText),
  propertyTypeId: QueryInteger,
  availabilityDateStart: QueryDate,
  availabilityDateEnd: QueryDate,
  availabilityGuestNumber: QueryInteger,
  userId: QueryInteger,
  latestActivityStart: QueryDate,
  latestActivityEnd: QueryDate,
  isBookingEngineActive: QueryFlag,
});
export type ListingsQuery = z.output<typeof ListingsQuery>;

export function listListings(account: Account, query: ListingsQuery, settings: HostawaySettings): Listing[] {
  return account.listings
    .all()
    .filter(
      (listing) =>
        (settings.listArchived || !isArchived(listing)) && matches(account, listing, query, settings),
    )
    .sort((a, b) => orders[query.sortOrder](a, b) || byId(a, b));
}

function matches(
  account: Account,
  listing: Listing,
  query: ListingsQuery,
  settings: HostawaySettings,
): boolean {
  const { availabilityDateStart, availabilityDateEnd, availabilityGuestNumber, userId } = query;
  const user = userId === undefined ? undefined : account.users.find(userId);
  return (
    isSame(query.city, listing.city) &&
    (isSame(query.country, listing.country) || isSame(query.country, listing.countryCode)) &&
    contains(listing.name, query.match) &&
    contains(listing.contactName, query.contactName) &&
    (query.propertyTypeId === undefined || query.propertyTypeId === listing.propertyTypeId) &&
    (userId === undefined || user?.listingMapIds.includes(listing.id) === true) &&
    (query.isBookingEngineActive === undefined ||
      query.isBookingEngineActive === Number(listing.bookingEngineUrls.length > 0)) &&
    isWithin(listing.latestActivityOn, {
      start: query.latestActivityStart,
      end: query.latestActivityEnd,
      isInclusive: settings.inclusiveDates,
    }) &&
    (availabilityGuestNumber === undefined || (listing.personCapacity ?? 0) >= availabilityGuestNumber) &&
    (!availabilityDateStart ||
      !availabilityDateEnd ||
      isFree(account, listing, [availabilityDateStart, availabilityDateEnd]))
  );
}

const isSame = (wanted: string | undefined, value: string | null) =>
  wanted === undefined || wanted.toLowerCase() === value?.toLowerCase();

function isOrder(name: string): name is keyof typeof orders {
  return name in orders;
}
