import { z } from "zod";
import type { JsonObject, Money, Undo } from "#connectors/define-write-tool.ts";
import { AppError } from "#errors.ts";
import type { HostawayClient } from "./client.ts";
import {
  type FieldValues,
  getListingNames,
  type ListingFields,
  type ListingNames,
  readFields,
  toBody,
  toFieldValues,
  FieldValues as Values,
} from "./listing-fields.ts";
import { isBigChange } from "./prices.ts";
import type { Listing } from "./schemas/listing.ts";

/** New values of fields of one property, all of them absolute. */
export const ListingChange = z.object({ property_id: z.int().positive(), fields: Values });
export type ListingChange = z.infer<typeof ListingChange>;

interface Application {
  client: HostawayClient;
  change: ListingChange;
  signal: AbortSignal;
}

export interface FieldsPlan {
  before: FieldValues;
  after: FieldValues;
  money: Money[];
  warnings: string[];
}

/** What `fields` change in a property that takes changes; those that are that way already are left out. */
export function planFields(listing: Listing, fields: ListingFields, names: ListingNames): FieldsPlan {
  assertFits(listing, fields);
  const wanted = toFieldValues(fields, names);
  const found = readFields(listing, wanted, names);
  const changed = Object.keys(wanted).filter(
    (field) => JSON.stringify(wanted[field]) !== JSON.stringify(found[field]),
  );
  const pick = (values: FieldValues): FieldValues =>
    Object.fromEntries(changed.map((field) => [field, values[field] ?? null]));
  const [before, after] = [pick(found), pick(wanted)];
  return { before, after, money: toMoney(listing, after), warnings: findWarnings(listing, after) };
}

/** Limits that belong together, some of them given and the others as they are. */
function assertFits(listing: Listing, fields: ListingFields): void {
  const {
    minNights: min_nights,
    maxNights: max_nights,
    personCapacity: max_guests,
    guestsIncluded,
  } = listing;
  const all = { min_nights, max_nights, max_guests, guests_included: guestsIncluded, ...fields };
  const assertAtMost = (smaller: keyof typeof all, larger: keyof typeof all) => {
    if (!(smaller in fields || larger in fields)) return;
    const [low, high] = [all[smaller], all[larger]];
    if (typeof low !== "number" || typeof high !== "number" || high === 0 || low <= high) return;
    throw new AppError(
      "invalid_request",
      `\`${smaller}\` would be ${low} and \`${larger}\` ${high} for property ${listing.id}. Change both.`,
    );
  };
  assertAtMost("min_nights", "max_nights");
  assertAtMost("guests_included", "max_guests");
}

function toMoney({ price, currencyCode }: Listing, { base_price }: FieldValues): Money[] {
  if (typeof base_price !== "number" || currencyCode === undefined) return [];
  return [{ what: "Base price per night", currency: currencyCode, before: price ?? null, after: base_price }];
}

function findWarnings({ price }: Listing, { base_price }: FieldValues): string[] {
  if (typeof base_price !== "number") return [];
  return [
    ...(isBigChange(price, base_price) ? ["The base price changes by more than 30 %."] : []),
    "Nights with a price of their own in the calendar, and bookings, keep their price.",
  ];
}

export async function applyFields({ client, change, signal }: Application): Promise<JsonObject> {
  const { property_id, fields } = change;
  const names = await getListingNames(client, fields, signal);
  await client.listings.update(property_id, toBody(fields, names), signal);
  return { property_id, fields_changed: Object.keys(fields).length };
}

/** The same fields as in `change`, as they are now. */
export async function readNow({ client, change, signal }: Application): Promise<FieldValues> {
  const [listing, names] = await Promise.all([
    client.getListing(change.property_id, signal, true),
    getListingNames(client, change.fields, signal),
  ]);
  return readFields(listing, change.fields, names);
}

export const listingUndo: Undo<HostawayClient, ListingChange> = {
  reverse: ({ before, change }) => ({ property_id: change.property_id, fields: Values.parse(before) }),
  read: readNow,
};
