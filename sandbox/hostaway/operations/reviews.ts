import { Hono } from "hono";
import { z } from "zod";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { listSuccess, success } from "#sandbox/hostaway/envelope.ts";
import { Decimal, each, Flag, Integer, OptionalFlag, Text } from "#sandbox/hostaway/fields.ts";
import {
  isWithin,
  NoQuery,
  Paging,
  pageOf,
  QueryDate,
  QueryInteger,
  readQuery,
} from "#sandbox/hostaway/query.ts";
import { getRow } from "#sandbox/hostaway/rows.ts";

const types = ["guest-to-host", "host-to-guest"] as const;
const statuses = ["awaiting", "pending", "scheduled", "submitted", "published", "expired"] as const;

export const Review = z.object({
  ...each(["id", "accountId", "listingMapId", "reservationId", "channelId"], z.int()),
  ...each(["autoReviewId", "timeDelta", "autoReviewTemplateId"], Integer),
  scheduledDateTime: Text,
  type: z.enum(types),
  status: z.enum(statuses),
  rating: Decimal,
  ...each(["externalReviewId", "externalReservationId"], Text),
  ...each(["publicReview", "privateFeedback", "revieweeResponse"], Text),
  isRevieweeRecommended: OptionalFlag,
  isCancelled: Flag,
  reviewCategory: z.array(z.object({ category: z.string(), rating: z.number() })).default([]),
  ...each(["departureDate", "arrivalDate", "listingName"], z.string()),
  guestName: Text,
  ...each(["insertedOn", "updatedOn"], z.string()),
});
export type Review = z.infer<typeof Review>;

const keys = ["id", "guestName", "arrivalDate", "departureDate"] as const;
const many = <Item extends z.ZodType>(item: Item) => z.array(item).optional();

const ReviewsQuery = z.object({
  ...Paging,
  "listingMapIds[]": many(z.coerce.number().int()),
  "statuses[]": many(z.enum(statuses)),
  sortBy: z.enum(keys).default("id"),
  sortOrder: z.enum(["asc", "desc"]).default("asc"),
  reservationId: QueryInteger,
  type: z.enum(types).optional(),
  ...each(["departureDateStart", "departureDateEnd"], QueryDate),
});

export const reviews = new Hono<HostawayEnv>();

reviews.get("/reviews", (c) => {
  const { limit, offset, ...query } = readQuery(c, ReviewsQuery);
  const page = pageOf(c, found(c, query), { limit, offset });
  return listSuccess({ ...page, rows: page.rows.map((review) => toView(c, review)) }, c.var.settings);
});

reviews.get("/reviews/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  return success(toView(c, getRow(c, c.var.account.reviews)));
});

/** Only third parties tell what a category looks like, so that it can be left out. */
const toView = (c: HostawayContext, review: Review): Review =>
  c.var.settings.reviewCategories ? review : { ...review, reviewCategory: [] };

function found(c: HostawayContext, query: Omit<z.output<typeof ReviewsQuery>, "limit" | "offset">): Review[] {
  const { departureDateStart: start, departureDateEnd: end } = query;
  const isInclusive = c.var.settings.inclusiveDates;
  const direction = query.sortOrder === "asc" ? 1 : -1;
  return c.var.account.reviews
    .all()
    .filter(({ listingMapId }) => query["listingMapIds[]"]?.includes(listingMapId) ?? true)
    .filter(({ status }) => query["statuses[]"]?.includes(status) ?? true)
    .filter(({ reservationId }) => query.reservationId === undefined || reservationId === query.reservationId)
    .filter(({ type }) => query.type === undefined || type === query.type)
    .filter(({ departureDate }) => isWithin(departureDate, { start, end, isInclusive }))
    .sort((a, b) => direction * (compare(a[query.sortBy], b[query.sortBy]) || a.id - b.id));
}

const compare = (a: string | number | null, b: string | number | null) =>
  typeof a === "number" && typeof b === "number" ? a - b : String(a ?? "").localeCompare(String(b ?? ""));
