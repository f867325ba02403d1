import { z } from "zod";
import type { Account } from "#sandbox/hostaway/account.ts";
import type { Conversation } from "#sandbox/hostaway/conversations/conversation.ts";
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
import type { Reservation } from "./reservation.ts";

interface Row {
  reservation: Reservation;
  conversation: Conversation | undefined;
}
type Key = (row: Row) => string;
type Compare = (a: Row, b: Row) => number;

const ascending =
  (key: Key): Compare =>
  (a, b) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.reservation.id - b.reservation.id;
const descending =
  (key: Key): Compare =>
  (a, b) =>
    ascending(key)(b, a);

const arrival: Key = ({ reservation }) => reservation.arrivalDate;
const sent: Key = ({ conversation }) => conversation?.messageSentOn ?? "";
const received: Key = ({ conversation }) => conversation?.messageReceivedOn ?? "";
const activity: Key = ({ reservation }) => reservation.latestActivityOn;
const updated: Key = ({ reservation }) => reservation.updatedOn;

const orders = {
  arrivalDate: ascending(arrival),
  arrivalDateDesc: descending(arrival),
  lastConversationMessageSent: ascending(sent),
  lastConversationMessageSentDesc: descending(sent),
  lastConversationMessageReceived: ascending(received),
  lastConversationMessageReceivedDesc: descending(received),
  latestActivity: ascending(activity),
  latestActivityDesc: descending(activity),
  updatedOn: ascending(updated),
};
const newestUpdateFirst = descending(updated);

export const ReservationsQuery = z.object({
  ...Paging,
  afterId: QueryInteger,
  sortOrder: z.literal(Object.keys(orders).filter(isOrder)).optional(),
  ...each(["channelId", "listingId", "assigneeUserId", "customerUserId"], QueryInteger),
  ...each(["match", "guestEmail", "reservationAgreement"], QueryText),
  ...each(["arrivalStartDate", "arrivalEndDate", "departureStartDate", "departureEndDate"], QueryDate),
  ...each(["latestActivityStart", "latestActivityEnd"], QueryDate),
  ...each(["hasUnreadConversationMessages", "isStarred", "isArchived", "isPinned"], QueryFlag),
});
export type ReservationsQuery = z.output<typeof ReservationsQuery>;

/** All that match, and of these the ones behind the cursor `afterId`; nothing is behind an unknown id (assumed). */
export function listReservations(account: Account, query: ReservationsQuery, settings: HostawaySettings) {
  const compare = query.sortOrder ? orders[query.sortOrder] : newestUpdateFirst;
  const conversations = new Map(account.conversations.all().map((item) => [item.reservationId, item]));
  const toRow = (reservation: Reservation) => ({
    reservation,
    conversation: conversations.get(reservation.id),
  });
  const matching = account.reservations
    .all()
    .map(toRow)
    .filter((row) => matches(row, query, settings))
    .sort(compare);
  return { matching: matching.map(toReservation), remaining: behindCursor().map(toReservation) };

  function behindCursor(): Row[] {
    if (query.afterId === undefined) return matching;
    const cursor = account.reservations.find(query.afterId);
    return cursor ? matching.filter((row) => compare(row, toRow(cursor)) > 0) : [];
  }
}

const toReservation = ({ reservation }: Row) => reservation;

function matches(
  { reservation, conversation }: Row,
  query: ReservationsQuery,
  settings: HostawaySettings,
): boolean {
  const isInclusive = settings.inclusiveDates;
  return (
    isSame(query.channelId, reservation.channelId) &&
    isSame(query.listingId, reservation.listingMapId) &&
    isSame(query.assigneeUserId, reservation.assigneeUserId) &&
    isSame(query.customerUserId, reservation.customerUserId) &&
    isSame(query.reservationAgreement, reservation.reservationAgreement) &&
    isSame(query.isStarred, reservation.isStarred) &&
    isSame(query.isArchived, reservation.isArchived) &&
    isSame(query.isPinned, reservation.isPinned) &&
    isSame(query.hasUnreadConversationMessages, conversation?.hasUnreadMessages ?? 0) &&
    isSame(query.guestEmail?.toLowerCase(), reservation.guestEmail?.toLowerCase()) &&
    contains(reservation.guestName, query.match) &&
    isWithin(reservation.arrivalDate, {
      start: query.arrivalStartDate,
      end: query.arrivalEndDate,
      isInclusive,
    }) &&
    isWithin(reservation.departureDate, {
      start: query.departureStartDate,
      end: query.departureEndDate,
      isInclusive,
    }) &&
    isWithin(reservation.latestActivityOn, {
      start: query.latestActivityStart,
      end: query.latestActivityEnd,
      isInclusive,
    })
  );
}

const isSame = <Value>(wanted: Value | undefined, value: Value | null | undefined) =>
  wanted === undefined || wanted === value;

function isOrder(name: string): name is keyof typeof orders {
  return name in orders;
}
