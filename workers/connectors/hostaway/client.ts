import type { UpstreamFetch, UpstreamRequest } from "#connectors/define-connector.ts";
import { AppError } from "#errors.ts";
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

const LISTING_SECONDS = 60;
const STAY_SECONDS = 30;
const DICTIONARY_SECONDS = 86_400;

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

/** One method per upstream call. */
export class HostawayClient {
  readonly #fetch: UpstreamFetch;

  constructor(fetch: UpstreamFetch) {
    this.#fetch = fetch;
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

  getListing(id: number, signal?: AbortSignal): Promise<Listing> {
    const request = { query: { includeResources: 1 }, cacheSeconds: LISTING_SECONDS, signal };
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
    return this.#read(parseDictionaryAnswer, `/${name}`, { cacheSeconds: DICTIONARY_SECONDS, signal });
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

const noProperty = (id: number) => `No property ${id}. Call get_properties to list them.`;
const noBooking = (id: number) => `No booking ${id}. Call get_bookings to find it.`;
const noConversation = (id: number) => `No conversation ${id}. Call get_conversations to list them.`;

async function withNotFound<Answer>(reading: Promise<Answer>, message: string): Promise<Answer> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "not_found") throw error;
    throw new AppError("not_found", message, { cause: error });
  }
}
