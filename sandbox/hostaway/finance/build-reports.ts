import type { Listing } from "#sandbox/hostaway/listings/listing.ts";
import { sumOf } from "#sandbox/hostaway/money.ts";
import type { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import { formulas } from "./formulas.ts";
import { moneyColumns, moneyOf } from "./money-columns.ts";
import { type Column, type Report, titleOf } from "./report.ts";
import { standardFieldsOf } from "./standard-fields.ts";

export type Listings = (id: number) => Listing | undefined;

const text = (title: string): Column => ({ name: title, title, valueType: "string" });
const amount: Column = { name: "Amount", title: "Amount", valueType: "money" };
const named = (name: string): Column => ({ name, title: titleOf(name), valueType: "string" });

const stayColumns = ["Reservation ID", "Channel", "Status", "Arrival", "Departure", "Listing", "Owner"].map(
  text,
);

const ownerOf = (listing: Listing | undefined) =>
  [listing?.contactName, listing?.contactSurName].filter(Boolean).join(" ");

const stayCells = (stay: Reservation, listings: Listings) => [
  ...[String(stay.id), stay.channelName, stay.status, stay.arrivalDate, stay.departureDate],
  ...[stay.listingName, ownerOf(listings(stay.listingMapId))],
];

const shownListing = ({ listingMapId, listingName }: Reservation) => `(${listingMapId}) ${listingName}`;

/** One row for each amount of each reservation. */
export function standardReport(stays: Reservation[], listings: Listings): Report {
  const rows = stays.flatMap((stay) =>
    Object.entries(standardFieldsOf(stay)).flatMap(([name, value]) =>
      value === null ? [] : [[...stayCells(stay, listings), titleOf(name), value]],
    ),
  );
  return { columns: [...stayColumns, text("Description"), amount], rows };
}

/** One row for each formula and reservation. */
export function calculatedReport(stays: Reservation[], listings: Listings): Report {
  const rows = stays.flatMap((stay) => {
    const fields = standardFieldsOf(stay);
    return formulas.map(({ name, text: formula, of }) => [
      ...stayCells(stay, listings),
      ...[stay.guestName ?? "", stay.reservationDate, titleOf(name), of(fields), formula, formula],
    ]);
  });
  const more = [text("Description"), amount, text("Formula"), text("Formula values")];
  return { columns: [...stayColumns, text("Guest"), text("Booked"), ...more], rows };
}

/** One row for each reservation. */
export function consolidatedReport(stays: Reservation[]): Report {
  const names = ["id", "channelName", "status", "arrivalDate", "departureDate", "listingName"];
  const rows = stays.map((stay) => [
    ...[
      String(stay.id),
      stay.channelName,
      stay.status,
      stay.arrivalDate,
      stay.departureDate,
      shownListing(stay),
    ],
    ...moneyOf(stay),
  ]);
  return { columns: [...names.map(named), ...moneyColumns], rows };
}

/** One row for each listing that has reservations in the report. */
export function listingReport(stays: Reservation[]): Report {
  const byListing = Map.groupBy(stays, ({ listingMapId }) => listingMapId);
  const rows = [...byListing.values()].flatMap((own) => {
    const [first] = own;
    const money = own.map(moneyOf);
    return first
      ? [[shownListing(first), ...moneyColumns.map((_, index) => sumOf(money.map((row) => row[index] ?? 0)))]]
      : [];
  });
  return { columns: [named("listingName"), ...moneyColumns], rows };
}
