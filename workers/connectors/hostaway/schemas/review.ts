import { z } from "zod";
import { answerOf, pageOf, parserOf } from "./envelope.ts";
import { date, flag, id, list, number, text } from "./fields.ts";

export const Review = z.object({
  id,
  listingMapId: number,
  listingName: text,
  reservationId: number,
  channelId: number,
  type: text,
  status: text,
  rating: number,
  publicReview: text,
  privateFeedback: text,
  revieweeResponse: text,
  isCancelled: flag,
  reviewCategory: list(z.object({ category: text, rating: number })),
  guestName: text,
  arrivalDate: date,
  departureDate: date,
});
export type Review = z.infer<typeof Review>;

export const parseReviewPage = parserOf(pageOf(Review));
export const parseReviewAnswer = answerOf(Review);
