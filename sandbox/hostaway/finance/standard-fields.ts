import type { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";

/** The amounts that Hostaway's finance knows by name. */
export const standardFieldNames = [
  "damageDeposit",
  "guestChannelFee",
  "hostChannelFee",
  "baseRate",
  "vat",
  "salesTax",
  "cityTax",
  "otherTaxes",
  "cleaningFeeValue",
  "additionalCleaningFee",
  "parkingFee",
  "towelChangeFee",
  "midstayCleaningFee",
  "roomRequestFee",
  "reservationChangeFee",
  "checkinFee",
  "lateCheckoutFee",
  "otherFees",
  "creditCardFee",
  "kitchenLinenFee",
  "linenPackageFee",
  "transferFee",
  "wristbandFee",
  "extraBedsFee",
  "serviceFee",
  "bedLinenFee",
  "bookingFee",
  "petFee",
  "skiPassFee",
  "tourismFee",
  "childrenExtraFee",
  "resortFee",
  "resortFeeAirbnb",
  "communityFeeAirbnb",
  "managementFeeAirbnb",
  "linenFeeAirbnb",
  "weeklyDiscount",
  "monthlyDiscount",
  "roomTax",
  "transientOccupancyTax",
  "lodgingTax",
  "hotelTax",
  "guestNightlyTax",
  "guestStayTax",
  "guestPerPersonPerNightTax",
  "propertyRentTax",
  "priceForExtraPerson",
  "cancellationPayout",
  "cancellationHostFee",
  "couponDiscount",
  "shareholderDiscount",
  "lastMinuteDiscount",
  "employeeDiscount",
  "otherSpecialDiscount",
  "paymentServiceProcessingFees",
  "bookingComCancellationGuestFee",
  "otaPaymentProcessingFee",
  "insuranceFee",
] as const;
export type StandardFieldName = (typeof standardFieldNames)[number];
export type StandardFields = Record<StandardFieldName, number | null>;

/** A reservation's finance lines by their standard names, and what its channel keeps; null where there is nothing. */
export function standardFieldsOf(reservation: Reservation): StandardFields {
  const lines = new Map<string, number>();
  for (const { name, total, isDeleted } of reservation.financeField) {
    const standardName = name === "cleaningFee" ? "cleaningFeeValue" : name;
    if (!isDeleted) lines.set(standardName, (lines.get(standardName) ?? 0) + total);
  }
  const { airbnbListingHostFee, channelCommissionAmount, airbnbListingCancellationPayout } = reservation;
  const ofChannel: Partial<StandardFields> = {
    hostChannelFee: airbnbListingHostFee ?? channelCommissionAmount,
    cancellationPayout: airbnbListingCancellationPayout,
  };
  const entries = standardFieldNames.map((name) => [name, lines.get(name) ?? ofChannel[name] ?? null]);
  return Object.fromEntries(entries);
}
