import { inAnyOrder, isArchived, pick, pickAll } from "./calculate.ts";
import type { Question } from "./question.ts";
import type { StoredData } from "./stored-data.ts";

/** What guests wrote: hosts' own reviews and those that nobody has written yet say nothing about a house. */
const reviewsOf = ({ reviews }: StoredData) =>
  pickAll(
    reviews,
    ({ publicReview, rating, type }) =>
      type === "guest-to-host" && (rating !== null || publicReview !== null),
  );

const lowOf = (stored: StoredData) =>
  pickAll(reviewsOf(stored), ({ rating }) => rating !== null && rating <= 5);

const worstOf = (stored: StoredData) => pick(lowOf(stored), ({ rating }) => rating !== null && rating <= 3);

const houseOf = (stored: StoredData) => worstOf(stored).listingMapId;

const average = (numbers: readonly number[]) =>
  Math.round((numbers.reduce((a, b) => a + b, 0) / numbers.length) * 10) / 10;

const ratingsOf = (reviews: readonly { rating: number | null }[]) =>
  reviews.flatMap(({ rating }) => (rating === null ? [] : [rating]));

/** The one without address and price; all others have both. */
const bareHouse = ({ listings }: StoredData) => pick(listings, ({ price }) => price === null);

export const quality: readonly Question[] = [
  {
    question: "Which guests rated us five or less, and what went wrong?",
    tool: "list_reviews",
    not: ["get_review"],
    args: { max_rating: 5, limit: 50 },
    answer: (stored) => ({
      total: lowOf(stored).length,
      reviews: inAnyOrder(
        lowOf(stored).map(({ id, publicReview, rating }) => ({
          id,
          rating,
          public_review: { untrusted_text: publicReview },
        })),
        "id",
      ),
    }),
  },
  {
    question: "What do guests think of this house?",
    tool: "list_reviews",
    args: (stored) => ({ property_id: houseOf(stored), limit: 50 }),
    answer: (stored) => {
      const own = reviewsOf(stored).filter(({ listingMapId }) => listingMapId === houseOf(stored));
      return { total: own.length, average_rating: average(ratingsOf(own)) };
    },
  },
  {
    question: "How were we rated by those who left in February?",
    tool: "list_reviews",
    args: { departed_from: "2027-02-01", departed_to: "2027-02-28" },
    answer: (stored) => {
      const february = pickAll(
        reviewsOf(stored),
        ({ departureDate }) => departureDate?.startsWith("2027-02") ?? false,
      );
      return { total: february.length, average_rating: average(ratingsOf(february)) };
    },
  },
  {
    question: "How many reviews still wait for our answer?",
    tool: "list_reviews",
    args: { unanswered_only: true },
    answer: (stored) => ({
      total: pickAll(reviewsOf(stored), ({ revieweeResponse }) => revieweeResponse === null).length,
    }),
  },
  {
    question: "Was it the cleaning, in the worst review? What did the guest tell us in private?",
    tool: "get_review",
    not: ["list_reviews"],
    args: (stored) => ({ review_id: worstOf(stored).id }),
    answer: (stored) => {
      const { privateFeedback, rating, reviewCategory } = worstOf(stored);
      return {
        rating,
        private_feedback: { untrusted_text: privateFeedback },
        categories: reviewCategory.map(({ category, rating: given }) => ({ category, rating: given })),
      };
    },
  },
  {
    question: "Which house is furthest from being ready for the channels?",
    tool: "get_property_completeness",
    args: { limit: 1 },
    answer: (stored) => ({
      total: stored.listings.filter((listing) => !isArchived(listing)).length,
      properties: [{ id: bareHouse(stored).id, missing_for_channels: ["address", "price"] }],
    }),
  },
  {
    question: "How many photos does this house have?",
    tool: "get_property_details",
    not: ["get_property_completeness"],
    args: (stored) => ({ property_id: houseOf(stored) }),
    // Four pictures are made for every house of the demo data.
    answer: { image_count: 4 },
  },
  {
    question: "What are check-in and check-out hours, and what does it cost to stay with one guest more?",
    tool: "get_property_details",
    args: (stored) => ({ property_id: houseOf(stored) }),
    answer: (stored) => {
      const house = pick(stored.listings, ({ id }) => id === houseOf(stored));
      return {
        check_in_from_hour: house.checkInTimeStart,
        check_out_hour: house.checkOutTime,
        price_per_extra_guest: house.priceForExtraPerson,
        currency: house.currencyCode,
        time_zone: house.timeZoneName,
      };
    },
  },
  {
    question: "Fill the licence number in.",
    tool: "update_listing",
    not: ["get_property_completeness", "create_listing"],
    args: (stored) => ({ property_id: bareHouse(stored).id, license_number: "M-2027-1", dry_run: true }),
    answer: { dry_run: true, after: { license_number: "M-2027-1" }, undo: { possible: true } },
  },
];
