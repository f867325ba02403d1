import type { Listing } from "#sandbox/hostaway/listings/listing.ts";
import { toCents } from "#sandbox/hostaway/money.ts";
import type { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";
import type { ReservationStatus } from "#sandbox/hostaway/reservations/statuses.ts";
import type { Random } from "./random.ts";

interface Terms {
  random: Random;
  listing: Listing;
  nights: number;
  channelId: number;
  status: ReservationStatus;
}

/** What a stay costs, split as Hostaway splits it. An owner's stay carries no money. */
export function inventMoney({ random, listing, nights, channelId, status }: Terms): Partial<Reservation> {
  if (status === "ownerStay" || listing.price === null) return { totalPrice: null, financeField: [] };
  const accommodation = listing.price * nights;
  const cleaningFee = listing.cleaningFee ?? 0;
  const taxAmount = toCents((accommodation + cleaningFee) * 0.1);
  const totalPrice = toCents(accommodation + cleaningFee + taxAmount);
  const isPaid = random.chance(0.8) ? 1 : 0;
  return {
    totalPrice,
    cleaningFee,
    taxAmount,
    isPaid,
    remainingBalance: isPaid ? 0 : toCents(totalPrice / 2),
    stripeGuestId: `cus_sandbox_${random.digits(10)}`,
    paymentMethod: "credit_card",
    financeField: [
      financeField(1, "accomodation", "baseRate", accommodation),
      financeField(2, "fee", "cleaningFee", cleaningFee),
      financeField(3, "tax", "hotelTax", taxAmount),
    ],
    ...(channelId === 2018 && {
      airbnbListingBasePrice: accommodation,
      airbnbListingCleaningFee: cleaningFee,
      airbnbListingHostFee: toCents(totalPrice * 0.03),
      airbnbExpectedPayoutAmount: toCents(totalPrice * 0.97),
      airbnbTotalPaidAmount: totalPrice,
    }),
    ...(channelId === 2005 && { channelCommissionAmount: toCents(totalPrice * 0.15) }),
  };
}

type FinanceField = Reservation["financeField"][number];

const financeField = (id: number, type: string, name: string, amount: number): FinanceField => ({
  id,
  type,
  name,
  title: null,
  alias: null,
  value: amount,
  total: amount,
  units: null,
  listingFeeSettingId: null,
  quantity: null,
  isIncludedInTotalPrice: 1,
  isOverriddenByUser: 0,
  isMandatory: 1,
  isQuantitySelectable: 0,
  isDeleted: 0,
});
