import * as z from "zod/mini";
import { addDays } from "./days.ts";

const Terms = z.object({
  available: z.boolean(),
  status: z.optional(z.string()),
  price: z.optional(z.number()),
  min_stay: z.optional(z.number()),
});
export type Night = z.infer<typeof Terms>;

const Property = z.object({
  property_id: z.number(),
  property_name: z.optional(z.string()),
  currency: z.optional(z.string()),
});

/** What check_availability answers, as far as it is shown. */
const Availability = z.extend(Property, {
  available: z.boolean(),
  reasons: z.array(z.string()),
  nights: z.number(),
  total_price: z.optional(z.number()),
  nightly: z.array(z.extend(Terms, { date: z.string() })),
  note: z.optional(z.string()),
});
export type Availability = z.infer<typeof Availability>;

/** What get_calendar answers, as far as it is shown. */
const Calendar = z.extend(Property, {
  ranges: z.array(z.extend(Terms, { from: z.string(), to: z.string() })),
});

export const Answer = z.union([Availability, Calendar]);
export type Answer = z.infer<typeof Answer>;

export const isAvailability = (answer: Answer): answer is Availability => "nightly" in answer;

export function toNights(answer: Answer): Map<string, Night> {
  if (isAvailability(answer)) return new Map(answer.nightly.map((night) => [night.date, night]));
  const nights = new Map<string, Night>();
  for (const range of answer.ranges) {
    for (let date = range.from; date <= range.to; date = addDays(date, 1)) nights.set(date, range);
  }
  return nights;
}

export type State = "free" | "booked" | "blocked" | "unknown";

export const stateNames: Record<State, string> = {
  free: "Free",
  booked: "Booked",
  blocked: "Blocked",
  unknown: "Not known",
};

/** A night that is not free says why; one that the calendar does not know says nothing. */
export function toState(night: Night | undefined): State {
  if (night?.available) return "free";
  if (night?.status === undefined) return "unknown";
  return /block/i.test(night.status) ? "blocked" : "booked";
}
