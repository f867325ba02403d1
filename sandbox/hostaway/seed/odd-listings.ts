import type { Account } from "#sandbox/hostaway/account.ts";
import type { Listing } from "#sandbox/hostaway/listings/listing.ts";
import { localNames } from "./homes.ts";
import { at } from "./random.ts";

const unitNames = ["Nº 1 – Jardim", "Nº 2 – Ático", "Nº 3 – Patio", "Nº 4 – Mirador"];

/** What real accounts hold besides the ordinary: retired, nameless, half-filled and many-roomed listings. */
export function makeSomeOdd(account: Account): void {
  const listings = account.listings.all();
  for (const listing of listings.filter((_, index) => index % 17 === 16)) {
    account.listings.put({ ...listing, specialStatus: "archived" });
  }
  for (const [city, name] of Object.entries(localNames)) {
    const listing = listings.findLast((candidate) => candidate.city === city);
    if (listing) rename(account, listing, name);
  }
  const [bare, first, second] = [40, 42, 43].map((index) => at(listings, index));
  if (bare) account.listings.put({ ...bare, address: null, street: null, publicAddress: null, price: null });
  if (first) makeMultiUnit(account, first, "Guesthouse Azul, four rooms", 4);
  if (second) makeMultiUnit(account, second, "Casa Mirador, three rooms", 3);
}

function rename(account: Account, listing: Listing, name: string): Listing {
  return account.listings.put({ ...listing, name, externalListingName: name });
}

function makeMultiUnit(account: Account, listing: Listing, name: string, count: number): void {
  const { id } = rename(account, { ...listing, propertyTypeId: 12 }, name);
  const units = unitNames.slice(0, count).map((unitName, index) => ({
    id: id * 10 + index,
    name: unitName,
    ground: String(index),
    unitNumber: String(index + 1),
    listingMapIdUnit: null,
  }));
  account.units.put({ id, units });
}
