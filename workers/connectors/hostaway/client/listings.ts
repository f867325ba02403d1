import type { UpstreamFetch } from "#connectors/define-connector.ts";
import type { Page } from "../schemas/envelope.ts";
import { type Listing, parseFullListingPage, parseListingAnswer } from "../schemas/listing.ts";
import { LISTING_SECONDS, noProperty, withNotFound } from "./reading.ts";

/** What is sent of a listing, under Hostaway's names. What is left out stays as it is; a list is replaced as a whole. */
export type ListingBody = Record<string, unknown>;

export class ListingCalls {
  readonly #fetch: UpstreamFetch;

  constructor(fetch: UpstreamFetch) {
    this.#fetch = fetch;
  }

  /** Listings as they are now, with all fields. Without `includeResources` their lists may come empty. */
  async getFresh(
    query: { limit: number; offset?: number; match?: string; includeResources?: 0 | 1 },
    signal?: AbortSignal,
  ): Promise<Page<Listing>> {
    return parseFullListingPage(await this.#fetch("/listings", { query, fresh: true, signal }));
  }

  /** With photos, amenities and beds: large answers, so only where they are needed. */
  async getFull(query: { limit: number; offset?: number }, signal?: AbortSignal): Promise<Page<Listing>> {
    const request = { query: { ...query, includeResources: 1 }, cacheSeconds: LISTING_SECONDS, signal };
    return parseFullListingPage(await this.#fetch("/listings", request));
  }

  async create(body: ListingBody, signal?: AbortSignal): Promise<Listing> {
    return parseListingAnswer(await this.#fetch("/listings", { method: "POST", body, signal }));
  }

  async update(id: number, body: ListingBody, signal?: AbortSignal): Promise<Listing> {
    const answer = this.#fetch(`/listings/${id}`, { method: "PUT", body, signal });
    return parseListingAnswer(await withNotFound(answer, noProperty(id)));
  }
}
