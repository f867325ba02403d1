import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { toUntrustedText, UntrustedText } from "#connectors/untrusted.ts";
import type { HostawayClient } from "../client.ts";
import { ReviewSummary, toReviewSummary } from "../reviews.ts";

const MAX_TEXT = 4_000;

export const getReview = defineTool<HostawayClient>()({
  name: "get_review",
  title: "Get review",
  access: "read",
  toolset: "operations",
  description:
    "Shows one review in full: text, private feedback, ratings by category and the host's answer. " +
    "Use it before drafting an answer, which has to be published on the channel itself. To find the id call list_reviews; for the stay call get_booking_details.",
  input: z.object({ review_id: z.int().positive() }),
  output: ReviewSummary.extend({
    by: z.enum(["guest", "host"]),
    arrival_date: z.string().optional(),
    private_feedback: UntrustedText.optional(),
    host_answer: z.string().optional(),
    categories: z.array(z.object({ category: z.string().optional(), rating: z.number().optional() })),
  }),
  async run({ client, input, signal }) {
    const review = await client.operations.getReview(input.review_id, signal);
    return {
      ...toReviewSummary(review, MAX_TEXT),
      by: review.type === "host-to-guest" ? ("host" as const) : ("guest" as const),
      arrival_date: review.arrivalDate,
      private_feedback: toUntrustedText(review.privateFeedback, MAX_TEXT),
      host_answer: review.revieweeResponse,
      categories: review.reviewCategory,
    };
  },
});
