import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import type { HostawayClient } from "../client.ts";
import { assertOrdered, CalendarDate } from "../dates.ts";
import { BookingId, Cursor, limitOf, NextCursor, Note, PropertyId, Total } from "../input.ts";
import { cutPage, readPosition } from "../page.ts";
import { ReviewSummary, toReviewSummary } from "../reviews.ts";
import type { Review } from "../schemas/review.ts";
import { walkByOffset } from "../walk.ts";

const MAX_PAGES = 10;
const PREVIEW_LENGTH = 400;

const ListReviewsInput = z.object({
  property_id: PropertyId.optional(),
  booking_id: BookingId.optional(),
  by: z.enum(["guest", "host"]).default("guest").describe("Who wrote it"),
  departed_from: CalendarDate.optional(),
  departed_to: CalendarDate.optional(),
  max_rating: z.number().min(0).max(10).optional().describe("Out of 10: 6 finds what went wrong"),
  unanswered_only: z.boolean().default(false),
  limit: limitOf(20, 50),
  cursor: Cursor,
});

export const listReviews = defineTool<HostawayClient>()({
  name: "list_reviews",
  title: "List reviews",
  access: "read",
  toolset: "operations",
  description:
    "Lists reviews that have a rating or a text, latest departure first, with the average rating of all that match. Ratings are out of 10, whatever the channel shows. " +
    "Use it for the latest reviews, low ratings and what guests keep saying. For categories and private feedback of one call get_review. Answers to reviews cannot be published from here.",
  input: ListReviewsInput,
  output: z.object({
    reviews: z.array(ReviewSummary),
    average_rating: z.number().optional().describe("Of all that match and were rated"),
    rated: z.number(),
    total: Total,
    next_cursor: NextCursor,
    note: Note,
  }),
  async run({ client, input, cursors, signal }) {
    assertOrdered(input, "departed_from", "departed_to");
    const query = {
      listingMapIds: input.property_id === undefined ? undefined : [input.property_id],
      reservationId: input.booking_id,
      departureDateStart: input.departed_from,
      departureDateEnd: input.departed_to,
    };
    const walk = await walkByOffset(
      (limit, offset) => client.operations.getReviews({ ...query, limit, offset }, signal),
      { maxPages: MAX_PAGES },
    );
    const rows = walk.rows.filter((review) => matches(review, input));
    const page = cutPage(
      { rows },
      {
        cursors,
        position: readPosition(cursors, input.cursor),
        limit: input.limit,
        order: "descending",
        toKey: ({ departureDate = "" }) => departureDate,
      },
    );
    const ratings = rows.flatMap(({ rating }) => rating ?? []);
    const isTruncated = walk.next !== undefined;
    return {
      reviews: page.rows.map((review) => toReviewSummary(review, PREVIEW_LENGTH)),
      average_rating: toAverage(ratings),
      rated: ratings.length,
      total: isTruncated ? undefined : page.total,
      next_cursor: page.nextCursor,
      note: isTruncated ? "There are more reviews than were read. Narrow the dates." : undefined,
    };
  },
});

const types = { guest: "guest-to-host", host: "host-to-guest" } as const;

/** Reviews that nobody wrote yet have rows too. */
function matches(review: Review, input: z.infer<typeof ListReviewsInput>): boolean {
  const { departureDate = "", rating } = review;
  return (
    review.type === types[input.by] &&
    !review.isCancelled &&
    (rating !== undefined || review.publicReview !== undefined) &&
    (input.property_id === undefined || review.listingMapId === input.property_id) &&
    (input.booking_id === undefined || review.reservationId === input.booking_id) &&
    departureDate >= (input.departed_from ?? "") &&
    (input.departed_to === undefined || departureDate <= input.departed_to) &&
    (input.max_rating === undefined || (rating !== undefined && rating <= input.max_rating)) &&
    (!input.unanswered_only || review.revieweeResponse === undefined)
  );
}

const toAverage = (ratings: readonly number[]): number | undefined =>
  ratings.length === 0
    ? undefined
    : Math.round((ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length) * 100) / 100;
