import { z } from "zod";
import { defineWriteTool } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";
import { assertNotArchived } from "../assert-not-archived.ts";
import { assertCurrency, assertOneCurrency } from "../batch-currency.ts";
import { planItems } from "../batch-plan.ts";
import { assertBatchNights, assertRanges } from "../calendar/check-ranges.ts";
import { planNights } from "../calendar/plan-nights.ts";
import type { HostawayClient } from "../client.ts";
import { CalendarDate } from "../dates.ts";
import { PropertyId } from "../input.ts";
import {
  applyListingAndNights,
  countListingRequests,
  ListingAndNights,
  listingAndNightsUndo,
  toListingSteps,
} from "../listing-and-nights.ts";
import { planFields } from "../listing-change.ts";
import { getListingNames, ListingFields } from "../listing-fields.ts";
import { assertOneSelection, MAX_LISTINGS, selectIds, selectionFields } from "../listing-selection.ts";
import { assertOnePrice, isCurrency, toNewPrice } from "../prices.ts";
import { getFrom, readListings } from "../read-listings.ts";
import type { Listing } from "../schemas/listing.ts";
import { type NightRange, PricePercent, RoundToWhole } from "../write-input.ts";

const MAX_CALENDARS = 50;

const { amenities, base_price, description, max_guests, min_nights, max_nights } = ListingFields.shape;
const shared = ListingFields.pick({
  base_price: true,
  cleaning_fee: true,
  price_per_extra_guest: true,
  weekly_price_factor: true,
  monthly_price_factor: true,
  min_nights: true,
  max_nights: true,
  check_in_from_hour: true,
  check_in_until_hour: true,
  check_out_hour: true,
  instant_bookable: true,
  house_rules: true,
  amenities: true,
});

const Update = z.strictObject({
  property_id: PropertyId,
  base_price,
  max_guests,
  min_nights,
  max_nights,
  description,
  amenities,
});
type Update = z.infer<typeof Update>;

const BatchUpdateListingsInput = z.object({
  ...selectionFields,
  updates: z.array(Update).min(1).max(MAX_LISTINGS).optional().describe("Own values for each property"),
  price_change_percent: PricePercent.optional(),
  round_to_whole: RoundToWhole,
  ...shared.shape,
  currency: z
    .string()
    .refine(isCurrency, "is no currency code, such as EUR")
    .optional()
    .describe("Only properties in this currency; needed for an amount if they have several"),
  start_date: CalendarDate.optional().describe("Also change the calendar's prices from this night"),
  end_date: CalendarDate.optional().describe("To this night, included"),
});
type BatchUpdateListingsInput = z.infer<typeof BatchUpdateListingsInput>;

export const batchUpdateListings = defineWriteTool<HostawayClient>()({
  name: "batch_update_listings",
  title: "Batch update listings",
  access: "write",
  toolset: "pricing",
  description:
    "Changes many properties at once, such as all nightly rates by a percentage: base prices (percent or amount), fees, stay rules, check-in hours, amenities. " +
    "Choose them by ids, city or all (up to 500), or give each its own values in updates. " +
    "With start_date and end_date the calendar's prices of those nights change as well (up to 50 properties); without, nights with prices of their own keep them. " +
    "Properties that fail are reported one by one, and the others go through. " +
    "For one property use update_listing, for calendars alone batch_update_calendar. Make a dry run first.",
  input: BatchUpdateListingsInput,
  change: ListingAndNights,
  batch: true,
  repeatable: true,
  countRequests: countListingRequests,
  async plan({ client, input, now, progress, signal }) {
    assertInput(input);
    const [listings, names] = await Promise.all([
      readListings({ client, signal, withLists: wantsAmenities(input) }),
      getListingNames(client, wantsAmenities(input) ? { amenities: true } : {}, signal),
    ]);
    const ids = selectIds(listings, input);
    const ranges = toRanges(input);
    assertCalendars(ids, ranges);
    if (hasAmount(input)) assertOneCurrency(ids, listings, input.currency);
    const plan = await planItems({
      ids,
      progress,
      async plan(id) {
        const listing = getFrom(listings, id);
        assertNotArchived(listing);
        assertCurrency(listing, input.currency);
        const fields = planFields(listing, toFields(input, listing), names);
        if (ranges.length === 0) return { ...fields, steps: toListingSteps(id, fields) };
        const roundToWhole = input.round_to_whole;
        const nights = await planNights({ client, listing, ranges, roundToWhole, now, signal });
        return {
          steps: toListingSteps(id, fields, nights),
          money: [...fields.money, ...nights.money],
          warnings: [...fields.warnings, ...nights.warnings],
        };
      },
    });
    const unchanged = ids.length - plan.steps.length - (plan.failed?.length ?? 0);
    return {
      ...plan,
      summary: `Changes ${plan.steps.length} of ${ids.length} properties${unchanged > 0 ? `; ${unchanged} are that way already` : ""}.`,
    };
  },
  apply: applyListingAndNights,
  undo: listingAndNightsUndo,
});

/** The values for one property: percentages are worked out, its own values come from its update. */
function toFields(input: BatchUpdateListingsInput, listing: Listing) {
  const { updates, price_change_percent, round_to_whole } = input;
  const { property_id: _, ...given }: Partial<Update> =
    updates === undefined
      ? pickShared(input)
      : (updates.find(({ property_id }) => property_id === listing.id) ?? {});
  const { currencyCode: currency, id, price } = listing;
  const change = { price: given.base_price, price_change_percent, round_to_whole };
  return { ...given, base_price: toNewPrice(change, price, { currency, what: `property ${id}` }) };
}

const pickShared = (input: BatchUpdateListingsInput) => shared.parse(input);
const hasValue = (values: object): boolean => Object.values(values).some((value) => value !== undefined);
const wantsAmenities = ({ amenities, updates = [] }: BatchUpdateListingsInput): boolean =>
  [amenities, ...updates.map((update) => update.amenities)].some((list) => list !== undefined);
const hasAmount = (input: BatchUpdateListingsInput): boolean =>
  [input.base_price, input.cleaning_fee, input.price_per_extra_guest].some((amount) => amount !== undefined);

function assertInput(input: BatchUpdateListingsInput): void {
  assertOneSelection(input);
  const { base_price, price_change_percent, start_date, updates } = input;
  assertOnePrice({ price: base_price, price_change_percent }, "base_price");
  const isGiven = hasValue(pickShared(input)) || price_change_percent !== undefined;
  if (updates === undefined && !isGiven) refuse("Give at least one field to change.");
  if (updates !== undefined) assertUpdates(updates, isGiven || start_date !== undefined);
  assertRanges(toRanges(input));
}

/** The nights whose prices change along, none without dates. */
function toRanges(input: BatchUpdateListingsInput): NightRange[] {
  const { base_price: price, end_date, price_change_percent, start_date } = input;
  if (start_date === undefined && end_date === undefined) return [];
  if (start_date === undefined || end_date === undefined) {
    refuse("Give both `start_date` and `end_date`, or neither.");
  }
  if (price === undefined && price_change_percent === undefined) {
    refuse("Dates need `base_price` or `price_change_percent`: other fields have no dates.");
  }
  return [{ start_date, end_date, price, price_change_percent }];
}

/** Each calendar is a request of its own. */
function assertCalendars({ length }: readonly number[], ranges: readonly NightRange[]): void {
  if (ranges.length === 0) return;
  if (length > MAX_CALENDARS) {
    refuse(
      `${length} properties; with dates at most ${MAX_CALENDARS} at once. Name fewer, or leave the dates out.`,
    );
  }
  assertBatchNights(Array.from({ length }, () => ranges));
}

function assertUpdates(updates: readonly Update[], hasMore: boolean): void {
  if (hasMore) refuse("With `updates` all values are inside them, and there are no dates.");
  const ids = new Set(updates.map(({ property_id }) => property_id));
  if (ids.size < updates.length) refuse("`updates` names a property twice.");
  const empty = updates.find(({ property_id: _, ...values }) => !hasValue(values));
  if (empty) refuse(`The update of property ${empty.property_id} changes nothing.`);
}

function refuse(message: string): never {
  throw new AppError("invalid_request", message);
}
