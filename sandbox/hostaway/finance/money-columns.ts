import type { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import { formulas } from "./formulas.ts";
import { type Column, titleOf } from "./report.ts";
import { type StandardFields, standardFieldsOf } from "./standard-fields.ts";

const names = [
  "totalGuestFees",
  "totalTax",
  "accommodationFee",
  "pmCommission",
  "ownerPayout",
  "rentalRevenue",
  "baseRate",
  "priceForExtraPerson",
  "cleaningFeeValue",
  "cityTax",
  "hotelTax",
  "lodgingTax",
  "roomTax",
  "salesTax",
  "transientOccupancyTax",
  "vat",
  "otherTaxes",
  "propertyRentTax",
  "guestPerPersonPerNightTax",
  "guestStayTax",
  "guestNightlyTax",
  "guestChannelFee",
  "hostChannelFee",
  "monthlyDiscount",
  "weeklyDiscount",
  "damageDeposit",
  "cancellationFee",
  "cancellationPayout",
  "cancellationHostFee",
  "subTotalPrice",
];

/** The columns that consolidated reports share; `rentalRevenue` stands for the formulas an account adds. */
export const moneyColumns: Column[] = names.map((name) => ({
  name,
  title: titleOf(name),
  valueType: "money",
}));

export function moneyOf(reservation: Reservation): number[] {
  const fields = standardFieldsOf(reservation);
  return names.map((name) => {
    const formula = formulas.find((candidate) => candidate.name === name);
    if (formula) return formula.of(fields);
    if (name === "accommodationFee") return fields.baseRate ?? 0;
    return isStandard(name, fields) ? (fields[name] ?? 0) : 0;
  });
}

const isStandard = (name: string, fields: StandardFields): name is keyof StandardFields => name in fields;
