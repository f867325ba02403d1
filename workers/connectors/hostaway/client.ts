import type { UpstreamFetch, UpstreamRequest } from "#connectors/define-connector.ts";
import { BookingCalls } from "./client/bookings.ts";
import { CalendarCalls } from "./client/calendar.ts";
import { FinanceCalls } from "./client/finance.ts";
import { ListingCalls } from "./client/listings.ts";
import { MessageCalls } from "./client/messages.ts";
import { OperationCalls } from "./client/operations.ts";
import {
  DICTIONARY_SECONDS,
  LISTING_SECONDS,
  noBooking,
  noConversation,
  noProperty,
  STAY_SECONDS,
  withNotFound,
} from "./client/reading.ts";
import { WebhookCalls } from "./client/webhooks.ts";
import { addDays } from "./dates.ts";
import { type CalendarDay, parseCalendarAnswer } from "./schemas/calendar.ts";
import {
  type Conversation,
  type Message,
  parseConversationPage,
  parseMessagePage,
} from "./schemas/conversation.ts";
import { type Dictionary, parseDictionaryAnswer } from "./schemas/dictionary.ts";
import type { Page } from "./schemas/envelope.ts";
import { type Listing, type ListingRow, parseListingAnswer, parseListingPage } from "./schemas/listing.ts";
import {
  parseReservationAnswer,
  parseReservationPage,
  type Reservation,
  type ReservationRow,
} from "./schemas/reservation.ts";

/** Free from the night of `availabilityDateStart` to the night of `availabilityDateEnd`, both included. */
export interface ListingQuery {
  limit: number;
  offset?: number;
  availabilityDateStart?: string;
  availabilityDateEnd?: string;
  availabilityGuestNumber?: number;
}

/** There is no upstream filter for statuses. `match` looks into the guest's name. */
export interface ReservationQuery {
  limit: number;
  afterId?: number;
  listingId?: number;
  channelId?: number;
  match?: string;
  guestEmail?: string;
  arrivalStartDate?: string;
  arrivalEndDate?: string;
  departureStartDate?: string;
  departureEndDate?: string;
}

export interface ConversationQuery {
  limit: number;
  offset?: number;
  reservationId?: number;
}

/** One method per upstream call; a subject with many of them has a class of its own. */
export class HostawayClient {
  readonly bookings: BookingCalls;
  readonly calendar: CalendarCalls;
  readonly listings: ListingCalls;
  readonly messages: MessageCalls;
  readonly operations: OperationCalls;
  readonly finance: FinanceCalls;
  readonly webhooks: WebhookCalls;
  readonly #fetch: UpstreamFetch;

  constructor(fetch: UpstreamFetch) {
    this.#fetch = fetch;
    this.bookings = new BookingCalls(fetch);
    this.calendar = new CalendarCalls(fetch);
    this.listings = new ListingCalls(fetch);
    this.messages = new MessageCalls(fetch);
    this.operations = new OperationCalls(fetch);
    this.finance = new FinanceCalls(fetch);
    this.webhooks = new WebhookCalls(fetch);
  }

  /** Proves that the credential works: never served from a cache. */
  async check(): Promise<void> {
    await this.#read(parseListingPage, "/listings", { query: { limit: 1 }, fresh: true });
  }

  getListings(query: ListingQuery, signal?: AbortSignal): Promise<Page<ListingRow>> {
    return this.#read(parseListingPage, "/listings", {
      query: { ...query },
      cacheSeconds: LISTING_SECONDS,
      signal,
    });
  }

  /** `fresh`: as it is now, for whoever is about to change something. */
  getListing(id: number, signal?: AbortSignal, fresh?: boolean): Promise<Listing> {
    const request = { query: { includeResources: 1 }, cacheSeconds: LISTING_SECONDS, fresh, signal };
    return withNotFound(this.#read(parseListingAnswer, `/listings/${id}`, request), noProperty(id));
  }

  /** Has both days, maybe more. Never cached: what it says is promised to guests. */
  async getCalendar(
    id: number,
    startDate: string,
    endDate: string,
    signal?: AbortSignal,
  ): Promise<CalendarDay[]> {
    const reading = this.#read(parseCalendarAnswer, `/listings/${id}/calendar`, {
      query: { startDate, endDate: addDays(endDate, 1) },
      signal,
    });
    return (await withNotFound(reading, noProperty(id))).rows;
  }

  /** May give rows a day outside of the dates asked for: check them again. */
  getReservations(query: ReservationQuery, signal?: AbortSignal): Promise<Page<ReservationRow>> {
    return this.#read(parseReservationPage, "/reservations", {
      query: widen(query),
      cacheSeconds: STAY_SECONDS,
      signal,
    });
  }

  getReservation(id: number, signal?: AbortSignal): Promise<Reservation> {
    const request = { query: { includeResources: 1 }, cacheSeconds: STAY_SECONDS, signal };
    return withNotFound(this.#read(parseReservationAnswer, `/reservations/${id}`, request), noBooking(id));
  }

  async getReservationConversations(id: number, signal?: AbortSignal): Promise<Conversation[]> {
    const request = { cacheSeconds: STAY_SECONDS, signal };
    const reading = this.#read(parseConversationPage, `/reservations/${id}/conversations`, request);
    return (await withNotFound(reading, noBooking(id))).rows;
  }

  getConversations(query: ConversationQuery, signal?: AbortSignal): Promise<Page<Conversation>> {
    return this.#read(parseConversationPage, "/conversations", {
      query: { ...query, includeResources: 1 },
      cacheSeconds: STAY_SECONDS,
      signal,
    });
  }

  getMessages(
    id: number,
    query: { limit: number; offset?: number },
    signal?: AbortSignal,
  ): Promise<Page<Message>> {
    const request = { query, cacheSeconds: STAY_SECONDS, signal };
    return withNotFound(
      this.#read(parseMessagePage, `/conversations/${id}/messages`, request),
      noConversation(id),
    );
  }

  getDictionary(name: "amenities" | "bedTypes" | "propertyTypes", signal?: AbortSignal): Promise<Dictionary> {
    const request = { cacheSeconds: DICTIONARY_SECONDS, constant: true, signal };
    return this.#read(parseDictionaryAnswer, `/${name}`, request);
  }

  async #read<Answer>(
    parse: (body: unknown) => Answer,
    path: string,
    request: UpstreamRequest,
  ): Promise<Answer> {
    return parse(await this.#fetch(path, request));
  }
}

/** Whether Hostaway counts the first and the last day of a range in is not documented. */
const widen = (query: ReservationQuery): UpstreamRequest["query"] => ({
  ...query,
  arrivalStartDate: dayBefore(query.arrivalStartDate),
  arrivalEndDate: dayAfter(query.arrivalEndDate),
  departureStartDate: dayBefore(query.departureStartDate),
  departureEndDate: dayAfter(query.departureEndDate),
});

const dayBefore = (date: string | undefined) => date && addDays(date, -1);
const dayAfter = (date: string | undefined) => date && addDays(date, 1);
