import type { UpstreamFetch } from "#connectors/define-connector.ts";
import type { JsonObject } from "#connectors/define-write-tool.ts";
import { type DoorCode, parseDoorCodeAnswer } from "../schemas/door-code.ts";
import { parseQuoteAnswer, type Quote } from "../schemas/quote.ts";
import { parseReservationAnswer, type Reservation } from "../schemas/reservation.ts";
import { noBooking, noProperty, withNotFound } from "./reading.ts";

export interface QuoteRequest {
  startingDate: string;
  endingDate: string;
  numberOfGuests: number;
}

/** What changes bookings, and what has to be known right before. Nothing here comes from a cache. */
export class BookingCalls {
  readonly #fetch: UpstreamFetch;

  constructor(fetch: UpstreamFetch) {
    this.#fetch = fetch;
  }

  async get(id: number, signal?: AbortSignal): Promise<Reservation> {
    const query = { includeResources: 1, includePayments: 1 };
    const answer = this.#fetch(`/reservations/${id}`, { query, fresh: true, signal });
    return parseReservationAnswer(await withNotFound(answer, noBooking(id)));
  }

  /** The only call that knows a door code. */
  async getDoorCode(id: number, signal?: AbortSignal): Promise<DoorCode> {
    const answer = this.#fetch(`/reservations/${id}`, { fresh: true, signal });
    return parseDoorCodeAnswer(await withNotFound(answer, noBooking(id)));
  }

  /** The price of a stay with its fees and taxes. Does not look at the calendar. */
  async quote(propertyId: number, request: QuoteRequest, signal?: AbortSignal): Promise<Quote> {
    const body = { ...request, version: 2 };
    const path = `/listings/${propertyId}/calendar/priceDetails`;
    const answer = this.#fetch(path, { method: "POST", readsOnly: true, body, signal });
    return parseQuoteAnswer(await withNotFound(answer, noProperty(propertyId)));
  }

  async create(body: JsonObject, forceOverbooking: boolean, signal?: AbortSignal): Promise<Reservation> {
    const query = toForce(forceOverbooking);
    return parseReservationAnswer(
      await this.#fetch("/reservations", { method: "POST", query, body, signal }),
    );
  }

  /** What `body` does not name stays as it is. */
  async update(
    id: number,
    body: JsonObject,
    forceOverbooking: boolean,
    signal?: AbortSignal,
  ): Promise<Reservation> {
    const query = toForce(forceOverbooking);
    const answer = this.#fetch(`/reservations/${id}`, { method: "PUT", query, body, signal });
    return parseReservationAnswer(await withNotFound(answer, noBooking(id)));
  }

  /** What is cancelled already is refused, so after a lost answer the same again proves nothing. */
  async cancel(id: number, cancelledBy: "host" | "guest", signal?: AbortSignal): Promise<Reservation> {
    const request = { method: "PUT", body: { cancelledBy }, repeatable: false, signal } as const;
    const answer = this.#fetch(`/reservations/${id}/statuses/cancelled`, request);
    return parseReservationAnswer(await withNotFound(answer, noBooking(id)));
  }
}

const toForce = (force: boolean) => (force ? { forceOverbooking: 1 } : undefined);
