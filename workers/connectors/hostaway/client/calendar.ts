import type { UpstreamFetch } from "#connectors/define-connector.ts";
import { addDays } from "../dates.ts";
import { type Night, parseNights } from "../schemas/night.ts";
import { noProperty, withNotFound } from "./reading.ts";

const MAX_INTERVALS = 200;

/** What is sent of the nights from `startDate` to `endDate`, both included. What is left out stays as it is. */
export interface CalendarInterval {
  startDate: string;
  endDate: string;
  isAvailable?: 0 | 1;
  desiredUnitsToSell?: number;
  price?: number;
  minimumStay?: number;
  maximumStay?: number;
  closedOnArrival?: 0 | 1;
  closedOnDeparture?: 0 | 1;
  note?: string;
}

export class CalendarCalls {
  readonly #fetch: UpstreamFetch;

  constructor(fetch: UpstreamFetch) {
    this.#fetch = fetch;
  }

  /** The nights from `startDate` to `endDate`, both included and maybe more, with their bookings. Never cached. */
  async getNights(id: number, startDate: string, endDate: string, signal?: AbortSignal): Promise<Night[]> {
    const query = { startDate, endDate: addDays(endDate, 1), includeResources: 1 };
    const answer = this.#fetch(`/listings/${id}/calendar`, { query, signal });
    return parseNights(await withNotFound(answer, noProperty(id))).rows;
  }

  /** Intervals of one property, in as many calls as Hostaway wants. The same again changes nothing more. */
  async setIntervals(
    id: number,
    intervals: readonly CalendarInterval[],
    signal?: AbortSignal,
  ): Promise<void> {
    for (let start = 0; start < intervals.length; start += MAX_INTERVALS) {
      const body = intervals.slice(start, start + MAX_INTERVALS);
      const answer = this.#fetch(`/listings/${id}/calendarIntervals`, { method: "PUT", body, signal });
      await withNotFound(answer, noProperty(id));
    }
  }
}
