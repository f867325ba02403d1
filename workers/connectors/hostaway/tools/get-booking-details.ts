import { z } from "zod";
import { defineTool } from "#connectors/define-tool.ts";
import { toUntrustedText, UntrustedText } from "#connectors/untrusted.ts";
import { BookingSummary, toBookingSummary } from "../bookings.ts";
import type { HostawayClient } from "../client.ts";
import { BookingId } from "../input.ts";
import { PriceItem, toPriceItems } from "../price-items.ts";
import type { Reservation } from "../schemas/reservation.ts";

const text = z.string().optional();
const number = z.number().optional();

const GetBookingDetailsOutput = BookingSummary.extend({
  channel_reference: text.describe("The channel's own id"),
  confirmation_code: text,
  booked_at: text,
  updated_at: text,
  adults: number,
  children: number,
  infants: number,
  pets: number,
  check_in_hour: number.describe("Local hour, 0-23"),
  check_out_hour: number,
  previous_arrival_date: text.describe("Before the dates were changed"),
  previous_departure_date: text,
  pending_until: text,
  cancelled_on: text,
  cancelled_by: text,
  tax_amount: number,
  cleaning_fee: number,
  security_deposit: number,
  channel_commission: number,
  hostaway_commission: number,
  expected_payout: number.describe("Airbnb only"),
  is_paid: z.boolean().optional(),
  price_items: z.array(PriceItem),
  fees: z.array(z.object({ name: text, amount: number, in_total_price: z.boolean().optional() })),
  cancellation_policy: text,
  cancellation_refunds: z.array(
    z.object({
      refund: number,
      refund_type: text.describe("percentage or flat"),
      hours_before: number,
      event: text.describe("arrival or reservation"),
    }),
  ),
  rental_agreement: text,
  claim_status: text,
  host_note: text.describe("Internal note of the host's team"),
  guest_note: UntrustedText.optional(),
  comment: UntrustedText.optional(),
  special_requests: UntrustedText.optional(),
});

export const getBookingDetails = defineTool<HostawayClient>()({
  name: "get_booking_details",
  title: "Get booking details",
  access: "read",
  toolset: "core",
  description:
    "Shows one booking in full: stay, guest count, status, price with its items and fees, commissions, cancellation terms and notes. " +
    "Use it once you know the booking id, for questions about money, terms or notes of that booking. " +
    "Door codes, payment cards and guest portal links are never included. " +
    "To find the id call get_bookings; to contact or recognise the guest call get_guest_info; to read the messages call get_conversation_history with the booking_id.",
  input: z.object({ booking_id: BookingId }),
  output: GetBookingDetailsOutput,
  async run({ client, input, signal }) {
    const booking = await client.getReservation(input.booking_id, signal);
    return {
      ...toBookingSummary(booking),
      channel_reference: booking.channelReservationId,
      confirmation_code: booking.confirmationCode,
      booked_at: booking.reservationDate,
      updated_at: booking.updatedOn,
      adults: booking.adults,
      children: booking.children,
      infants: booking.infants,
      pets: booking.pets,
      check_in_hour: booking.checkInTime,
      check_out_hour: booking.checkOutTime,
      previous_arrival_date: booking.previousArrivalDate,
      previous_departure_date: booking.previousDepartureDate,
      pending_until: booking.pendingExpireDate,
      cancelled_on: booking.cancellationDate,
      cancelled_by: booking.cancelledBy,
      tax_amount: booking.taxAmount,
      cleaning_fee: booking.cleaningFee,
      security_deposit: booking.securityDepositFee,
      channel_commission: booking.channelCommissionAmount,
      hostaway_commission: booking.hostawayCommissionAmount,
      expected_payout: booking.airbnbExpectedPayoutAmount,
      is_paid: booking.isPaid,
      ...toPrices(booking),
      ...toCancellationTerms(booking),
      rental_agreement: booking.reservationAgreement,
      claim_status: booking.claimStatus,
      host_note: booking.hostNote,
      guest_note: toUntrustedText(booking.guestNote),
      comment: toUntrustedText(booking.comment),
      special_requests: toUntrustedText(booking.bookingcomSpecialRequests),
    };
  },
});

const toPrices = ({ financeField, reservationFees }: Reservation) => ({
  price_items: toPriceItems(financeField),
  fees: reservationFees.map(({ name, amount, isIncluded }) => ({ name, amount, in_total_price: isIncluded })),
});

const toCancellationTerms = ({ cancellationPolicy, cancellationPolicyDetails: details }: Reservation) => ({
  cancellation_policy: details?.name ?? cancellationPolicy,
  cancellation_refunds: (details?.cancellationPolicyItem ?? []).map((item) => ({
    refund: item.refundAmount,
    refund_type: item.refundType,
    // Hostaway counts seconds from the event, negative before it.
    hours_before: item.timeDelta === undefined ? undefined : -item.timeDelta / 3600,
    event: item.event,
  })),
});
