import { z } from "zod";
import { pageOf, parserOf } from "./envelope.ts";
import { date, flag, id, list, number, text, time } from "./fields.ts";
import { PriceLine } from "./price-line.ts";

/** What lists and sums need of a reservation. */
export const ReservationRow = z.object({
  id,
  listingMapId: number,
  listingName: text,
  channelId: number,
  channelName: text,
  status: text,
  reservationDate: time,
  guestName: text,
  guestEmail: text,
  numberOfGuests: number,
  arrivalDate: date,
  departureDate: date,
  isDatesUnspecified: flag,
  totalPrice: number,
  currency: text,
  checkInTime: number,
  checkOutTime: number,
  channelCommissionAmount: number,
});
export type ReservationRow = z.infer<typeof ReservationRow>;

/** Door codes, payment data, the guest portal and its hash are left out, so they cannot get out. */
export const Reservation = ReservationRow.extend({
  channelReservationId: text,
  confirmationCode: text,
  guestFirstName: text,
  guestLastName: text,
  phone: text,
  guestCity: text,
  guestCountry: text,
  guestLocale: text,
  guestNote: text,
  comment: text,
  bookingcomSpecialRequests: text,
  adults: number,
  children: number,
  infants: number,
  pets: number,
  previousArrivalDate: date,
  previousDepartureDate: date,
  pendingExpireDate: time,
  cancellationDate: date,
  cancelledBy: text,
  taxAmount: number,
  cleaningFee: number,
  securityDepositFee: number,
  hostawayCommissionAmount: number,
  airbnbExpectedPayoutAmount: number,
  isPaid: flag,
  /** Only where payments were asked for. */
  remainingBalance: number,
  cancellationPolicy: text,
  cancellationPolicyDetails: z
    .object({
      name: text,
      cancellationPolicyItem: list(
        z.object({ refundAmount: number, refundType: text, timeDelta: number, event: text }),
      ),
    })
    .optional()
    .catch(undefined),
  financeField: list(PriceLine),
  reservationFees: list(z.object({ name: text, amount: number, isIncluded: flag })),
  hostNote: text,
  reservationAgreement: text,
  claimStatus: text,
  updatedOn: time,
});
export type Reservation = z.infer<typeof Reservation>;

export const parseReservationPage = parserOf(pageOf(ReservationRow));
export const parseReservationAnswer = parserOf(
  z.object({ result: Reservation }).transform(({ result }) => result),
);
