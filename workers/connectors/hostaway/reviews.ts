import { z } from "zod";
import { toUntrustedText, UntrustedText } from "#connectors/untrusted.ts";
import { toChannel } from "./channels.ts";
import type { Review } from "./schemas/review.ts";
import { toGuestName } from "./text.ts";

/** The fields that a review has in a list as well as by itself. */
export const ReviewSummary = z.object({
  id: z.number(),
  property_id: z.number().optional(),
  property_name: z.string().optional(),
  booking_id: z.number().optional(),
  guest_name: z.string().optional(),
  channel: z.string().optional(),
  departure_date: z.string().optional(),
  status: z.string().optional(),
  rating: z.number().optional().describe("Out of 10"),
  public_review: UntrustedText.optional(),
  answered: z.boolean().describe("Whether the host answered it"),
});

export const toReviewSummary = (review: Review, maxText: number): z.input<typeof ReviewSummary> => ({
  id: review.id,
  property_id: review.listingMapId,
  property_name: review.listingName,
  booking_id: review.reservationId,
  guest_name: toGuestName(review.guestName),
  channel: toChannel(review),
  departure_date: review.departureDate,
  status: review.status,
  rating: review.rating,
  public_review: toUntrustedText(review.publicReview, maxText),
  answered: review.revieweeResponse !== undefined,
});
