import { z } from "zod";
import type { Account } from "#sandbox/hostaway/account.ts";
import { calendarDays } from "#sandbox/hostaway/calendar/calendar.ts";
import { datesBefore } from "#sandbox/hostaway/dates.ts";
import type { FeeSetting } from "#sandbox/hostaway/listings/fee-settings.ts";
import type { Listing } from "#sandbox/hostaway/listings/listing.ts";
import type { TaxSetting } from "#sandbox/hostaway/listings/taxes.ts";
import { sumOf, toCents } from "#sandbox/hostaway/money.ts";
import { type Component, toComponent } from "./component.ts";

export interface Stay {
  account: Account;
  listing: Listing;
  arrivalDate: string;
  departureDate: string;
  guests: number;
  /** Over 1: the nights are that much dearer. */
  markup: number;
}

const TaxedNames = z.array(z.string());

/** The price of a stay before taxes, without what a guest may add or a client may change. */
export function priceStay(stay: Stay): Component[] {
  const { account, listing, guests, markup } = stay;
  const dates = datesBefore(stay.arrivalDate, stay.departureDate);
  const baseRate = sumOf(calendarDays(account, listing, dates).map(({ price }) => price)) * markup;
  const extraGuests = Math.max(0, guests - (listing.guestsIncluded ?? guests));
  const perExtraGuest = (listing.priceForExtraPerson ?? 0) * dates.length;
  const mandatory = account.feeSettings
    .all()
    .filter((fee) => fee.listingMapId === listing.id && fee.isMandatory);
  const lines = [
    toComponent("price", "baseRate", toCents(baseRate)),
    toComponent("price", "priceForExtraPerson", toCents(extraGuests * perExtraGuest)),
    toComponent("fee", "cleaningFee", listing.cleaningFee ?? 0),
    ...mandatory.map((fee) => toFee(fee, stay, baseRate)),
    ...lengthDiscount(listing, dates.length, baseRate),
  ];
  return lines.filter(({ total }) => total !== 0);
}

export function toFee(fee: FeeSetting, stay: Stay, baseRate: number, quantity = 1): Component {
  const one =
    fee.amountType === "percent"
      ? (baseRate * fee.amount) / 100
      : fee.amount * countOf(fee.feeAppliedPer, stay);
  return toComponent("fee", fee.feeType, toCents(one), {
    title: fee.feeTitle,
    total: toCents(one * quantity),
    quantity: fee.isQuantitySelectable ? quantity : null,
    listingFeeSettingId: fee.id,
    isMandatory: fee.isMandatory,
    isQuantitySelectable: fee.isQuantitySelectable,
  });
}

/** The account's taxes and the listing's, on the lines that they apply to. */
export function taxStay(stay: Stay, lines: Component[]): Component[] {
  const { account, listing } = stay;
  const settings = account.taxSettings
    .all()
    .filter(({ listingMapId }) => listingMapId === null || listingMapId === listing.id);
  return settings.map((tax) => toComponent("tax", tax.taxType, taxOf(tax, stay, lines)));
}

function taxOf(
  { amount, amountType, applyTo, taxAppliedPer }: TaxSetting,
  stay: Stay,
  lines: Component[],
): number {
  if (amountType === "flat") return toCents(amount * countOf(taxAppliedPer, stay));
  const taxed = TaxedNames.parse(JSON.parse(applyTo));
  const base = sumOf(lines.filter(({ name }) => taxed.includes(name)).map(({ total }) => total));
  return toCents((base * amount) / 100);
}

function countOf(per: FeeSetting["feeAppliedPer"], { arrivalDate, departureDate, guests }: Stay): number {
  const nights = datesBefore(arrivalDate, departureDate).length;
  if (per === "night") return nights;
  if (per === "person") return guests;
  return per === "person_per_night" ? nights * guests : 1;
}

/** The listing's multipliers for a week and for a month (28 nights), of which only the longer one applies. */
function lengthDiscount({ weeklyDiscount, monthlyDiscount }: Listing, nights: number, baseRate: number) {
  const discount = (name: string, multiplier: number) => [
    toComponent("discount", name, -toCents(baseRate * (1 - multiplier))),
  ];
  if (nights >= 28 && monthlyDiscount) return discount("monthlyDiscount", monthlyDiscount);
  if (nights >= 7 && weeklyDiscount) return discount("weeklyDiscount", weeklyDiscount);
  return [];
}
