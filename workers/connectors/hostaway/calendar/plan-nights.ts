import type { Money } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";
import { assertNotArchived } from "../assert-not-archived.ts";
import type { HostawayClient } from "../client.ts";
import { addDays } from "../dates.ts";
import { roundMoney } from "../money.ts";
import { toNewPrice } from "../prices.ts";
import type { Listing } from "../schemas/listing.ts";
import type { Night } from "../schemas/night.ts";
import type { NightRange } from "../write-input.ts";
import {
  getAvailability,
  hasUnits,
  listDates,
  type NightRanges,
  type NightValues,
  readValues,
  toRanges,
} from "./night-values.ts";
import { findWarnings } from "./night-warnings.ts";
import { isChanged, type PlannedNight } from "./planned-night.ts";

/** How far around the changed nights to look for gaps that a minimum stay would close. */
const MARGIN = 14;

export interface NightsPlan {
  before: NightRanges;
  after: NightRanges;
  money: Money[];
  warnings: string[];
}

interface NightsRequest {
  client: HostawayClient;
  listing: Listing;
  ranges: readonly NightRange[];
  roundToWhole: boolean;
  now: number;
  signal: AbortSignal;
}

/** Works out what ranges that passed `assertRanges` change in the calendar of one property, night by night. */
export async function planNights(request: NightsRequest): Promise<NightsPlan> {
  const { client, listing, ranges, now, signal } = request;
  assertNotArchived(listing);
  const dates = ranges.flatMap(({ start_date, end_date }) => [start_date, end_date]).sort();
  const [start = "", end = ""] = [dates[0], dates.at(-1)];
  const nights = await client.calendar.getNights(
    listing.id,
    addDays(start, -MARGIN),
    addDays(end, MARGIN),
    signal,
  );
  const byDate = new Map(nights.map((night) => [night.date, night]));
  const touched = ranges.flatMap((range) =>
    listDates(range.start_date, range.end_date).map((date) => ({ range, night: getNight(byDate, date) })),
  );
  assertNotBooked(touched);
  const planned = touched.map(({ range, night }) => {
    const after = toValues(range, night, request);
    assertStays(night, after);
    return { range, night, before: readValues(night, after), after };
  });
  const changed = planned.filter(isChanged);
  return {
    before: toRanges(new Map(changed.map(({ night, before }) => [night.date, before]))),
    after: toRanges(new Map(changed.map(({ night, after }) => [night.date, after]))),
    money: toMoney(listing, changed),
    warnings: findWarnings(nights, planned, now),
  };
}

function getNight(byDate: ReadonlyMap<string, Night>, date: string): Night {
  const night = byDate.get(date);
  if (night !== undefined) return night;
  throw new AppError("invalid_request", `Hostaway's calendar says nothing about ${date}.`);
}

/** Nobody is put out of a house: what a booking holds is not blocked. */
function assertNotBooked(touched: readonly { range: NightRange; night: Night }[]): void {
  const taken = touched.filter(
    ({ range, night }) =>
      range.availability === "blocked" && !hasUnits(night) && getAvailability(night) === "booked",
  );
  if (taken.length === 0) return;
  const dates = toRanges(new Map(taken.map(({ night }) => [night.date, {}])));
  const stays = new Map(
    taken.flatMap(({ night }) =>
      night.reservations.map((stay) => [
        stay.id,
        `${stay.id} (${stay.arrivalDate} to ${stay.departureDate})`,
      ]),
    ),
  );
  const holders = stays.size === 0 ? "are booked" : `are held by booking ${[...stays.values()].join(", ")}`;
  throw new AppError(
    "conflict",
    `The nights ${Object.keys(dates).join(", ")} ${holders}. Leave them out, or move or cancel the booking first.`,
  );
}

function toValues(range: NightRange, night: Night, { listing, roundToWhole }: NightsRequest): NightValues {
  const { price_change_percent, min_stay, max_stay, closed_on_arrival, closed_on_departure, note } = range;
  const what = `property ${listing.id} on ${night.date}`;
  const price = toNewPrice(
    { price: range.price, price_change_percent, round_to_whole: roundToWhole },
    night.price,
    { currency: listing.currencyCode, what },
  );
  const values = {
    ...toSale(range, night),
    price,
    min_stay,
    max_stay,
    closed_on_arrival,
    closed_on_departure,
    note: note === "" ? null : note,
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])),
  );
}

/** Only what is blocked is freed: a night of a guest is never sent, so it cannot be freed by mistake. */
function toSale({ availability }: NightRange, night: Night): NightValues {
  if (availability === undefined) return {};
  if (hasUnits(night)) {
    return { units_to_sell: availability === "blocked" ? 0 : (night.countAvailableUnits ?? 0) };
  }
  if (availability === "available" && getAvailability(night) !== "blocked") return {};
  return { availability };
}

function assertStays(night: Night, { min_stay, max_stay }: NightValues): void {
  if (min_stay === undefined && max_stay === undefined) return;
  const shortest = Number(min_stay ?? night.minimumStay ?? 0);
  const longest = Number(max_stay ?? night.maximumStay ?? 0);
  if (longest === 0 || shortest <= longest) return;
  throw new AppError(
    "invalid_request",
    `On ${night.date} the minimum stay would be ${shortest} and the maximum ${longest} nights. Change both.`,
  );
}

function toMoney({ currencyCode }: Listing, changed: readonly PlannedNight[]): Money[] {
  const priced = changed.filter(({ after }) => "price" in after || "availability" in after);
  if (currencyCode === undefined || priced.length === 0) return [];
  const sum = (toPrice: (night: PlannedNight) => number) =>
    roundMoney(priced.reduce((total, night) => total + toPrice(night), 0));
  const before = sum(({ night }) => (getAvailability(night) === "available" ? (night.price ?? 0) : 0));
  const after = sum(({ night, after }) => {
    const availability = after.availability ?? getAvailability(night);
    return availability === "available" ? Number(after.price ?? night.price ?? 0) : 0;
  });
  return [{ what: "Nightly prices of the free nights among these", currency: currencyCode, before, after }];
}
