import { z } from "zod";
import {
  CustomFieldValues,
  DateText,
  Decimal,
  each,
  Flag,
  Integer,
  OptionalFlag,
  Text,
} from "#sandbox/hostaway/fields.ts";
import { reservationStatuses } from "./statuses.ts";

const ReservationFee = z.object({
  ...each(["id", "accountId", "listingMapId", "reservationId"], z.int()),
  name: z.string(),
  amount: z.number(),
  currency: z.string(),
  percentage: Decimal,
  ...each(["isIncluded", "isPerNight", "isPerPerson", "isImported"], Flag),
  ...each(["insertedOn", "updatedOn"], z.string()),
});

const ReservationUnit = z.object({
  ...each(["id", "reservationId", "listingUnitId"], z.int()),
  ...each(["externalReservationId", "externalReservationUnitId"], Text),
  ...each(["guestName", "guestFirstName", "guestLastName"], Text),
  ...each(["numberOfGuests", "adults", "children", "infants", "pets"], Integer),
  totalPrice: Decimal,
});

export const FinanceField = z.object({
  id: z.int(),
  ...each(["type", "name"], z.string()),
  ...each(["title", "alias"], Text),
  ...each(["value", "total"], z.number()),
  ...each(["units", "listingFeeSettingId", "quantity"], Integer),
  ...each(
    ["isIncludedInTotalPrice", "isOverriddenByUser", "isMandatory", "isQuantitySelectable", "isDeleted"],
    Flag,
  ),
});
export type FinanceField = z.infer<typeof FinanceField>;

const CancellationPolicyDetails = z.object({
  name: z.string(),
  channelId: Integer,
  channelSpecificCode: Text,
  longTerm: Flag,
  cancellationPolicyItem: z.array(
    z.object({
      refundAmount: z.number(),
      refundType: z.enum(["percentage", "flat"]),
      refundField: z.literal("totalPrice"),
      timeDelta: z.int(),
      event: z.enum(["arrival", "reservation"]),
    }),
  ),
});

const identity = {
  ...each(["id", "listingMapId", "channelId", "hostawayReservationId"], z.int()),
  ...each(["listingName", "channelName", "reservationId", "channelReservationId"], z.string()),
  ...each(["source", "confirmationCode", "externalPropertyId", "externalRatePlanId", "externalUnitId"], Text),
  ...each(["manualIcalId", "manualIcalName"], Text),
  ...each(["assigneeUserId", "customerUserId"], Integer),
  ...each(["isProcessed", "isInitial", "isManuallyChecked", "isInstantBooked", "hasPullError"], Flag),
  ...each(["isStarred", "isArchived", "isPinned", "isDatesUnspecified", "guestPaymentCardIsVirtual"], Flag),
  isPaid: OptionalFlag,
};

const guest = {
  ...each(["guestName", "guestFirstName", "guestLastName", "guestEmail", "phone", "guestZipCode"], Text),
  ...each(["guestAddress", "guestCity", "guestCountry", "guestPicture", "guestExternalAccountId"], Text),
  ...each(
    ["guestLocale", "guestNote", "guestWork", "guestAuthHash", "guestPortalUrl", "hostProxyEmail"],
    Text,
  ),
  ...each(["guestRecommendations", "guestTrips"], Integer),
  ...each(["numberOfGuests", "adults", "children", "infants", "pets"], Integer),
};

const stay = {
  arrivalDate: DateText,
  departureDate: DateText,
  nights: z.int().min(0),
  ...each(["checkInTime", "checkOutTime"], Integer),
  ...each(["previousArrivalDate", "previousDepartureDate", "pendingExpireDate"], Text),
  reservationDate: z.string(),
  status: z.enum(reservationStatuses),
  cancellationDate: Text,
  cancelledBy: z.enum(["guest", "host"]).nullable().default(null),
};

const money = {
  ...each(
    ["totalPrice", "taxAmount", "cleaningFee", "securityDepositFee", "channelCommissionAmount"],
    Decimal,
  ),
  ...each(["hostawayCommissionAmount", "remainingBalance", "airbnbExpectedPayoutAmount"], Decimal),
  ...each(["airbnbListingBasePrice", "airbnbListingCleaningFee", "airbnbListingHostFee"], Decimal),
  ...each(["airbnbListingSecurityPrice", "airbnbListingCancellationHostFee"], Decimal),
  ...each(["airbnbListingCancellationPayout", "airbnbTotalPaidAmount"], Decimal),
  ...each(["airbnbOccupancyTaxAmountPaidToHost", "airbnbTransientOccupancyTaxPaidAmount"], Decimal),
  ...each(["currency", "paymentMethod", "stripeGuestId"], Text),
};

const operations = {
  ...each(["hostNote", "comment", "doorCode", "doorCodeVendor", "doorCodeInstruction"], Text),
  ...each(["rentalAgreementFileUrl", "insuranceStatus", "insurancePolicyId", "claimStatus"], Text),
  reservationAgreement: z.enum(["not_required", "signed", "not_signed"]).default("not_required"),
  cancellationPolicyId: Integer,
  ...each(["cancellationPolicy", "airbnbCancellationPolicy", "bookingCancellationPolicy"], Text),
  ...each(["vrboCancellationPolicy", "marriottCancellationPolicy"], Text),
  cancellationPolicyDetails: CancellationPolicyDetails.nullable().default(null),
};

export const bookingcomExtras = [
  "bookingcomSpecialRequests",
  "bookingcomSmokingPreference",
  "bookingcomBookerName",
  "bookingcomBookerCompany",
  "bookingcomNoShowReportedAt",
] as const;

export const Reservation = z.object({
  ...identity,
  ...guest,
  ...stay,
  ...money,
  ...operations,
  ...each(bookingcomExtras, Text),
  ...each(["bookingcomIsGeniusMember", "bookingcomNoShowFeeWaived"], OptionalFlag),
  customFieldValues: CustomFieldValues,
  reservationFees: z.array(ReservationFee).default([]),
  reservationUnit: z.array(ReservationUnit).default([]),
  financeField: z.array(FinanceField).default([]),
  ...each(["latestActivityOn", "insertedOn", "updatedOn"], z.string()),
});
export type Reservation = z.infer<typeof Reservation>;
