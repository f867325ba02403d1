import { roundMoney } from "./money.ts";
import type { Reservation } from "./schemas/reservation.ts";

const HOUR = 3_600_000;

export interface RefundTerms {
  /** What the guest would get back now; absent where the terms do not say. */
  refund?: number;
  sentences: string[];
}

/** The cancellation terms of a booking as Hostaway knows them: the best of those that still hold counts. */
export function toRefundTerms(booking: Reservation, now: number): RefundTerms {
  const items = (booking.cancellationPolicyDetails?.cancellationPolicyItem ?? []).flatMap((item) => {
    const until = toDeadline(booking, item);
    const amount = toAmount(booking, item);
    return until === undefined || amount === undefined ? [] : [{ item, until, amount }];
  });
  if (items.length === 0) return { sentences: ["Hostaway knows no refund terms for this booking."] };
  const open = items.filter(({ until }) => now <= until);
  return {
    refund: Math.max(0, ...open.map(({ amount }) => amount)),
    sentences: items.map(({ amount, until }) => {
      const time = new Date(until).toISOString().slice(0, 16).replace("T", " ");
      return `Cancelled until ${time} UTC, the guest gets ${amount} ${booking.currency ?? ""} back.`;
    }),
  };
}

type Item = NonNullable<Reservation["cancellationPolicyDetails"]>["cancellationPolicyItem"][number];

/** Hostaway counts seconds from the event, negative before it. The hour of arrival is local; taken for UTC it is off by some hours. */
function toDeadline(booking: Reservation, { event, timeDelta }: Item): number | undefined {
  const { arrivalDate = "", checkInTime = 0, reservationDate = "" } = booking;
  const start =
    event === "reservation" ? Date.parse(reservationDate) : Date.parse(arrivalDate) + checkInTime * HOUR;
  return timeDelta === undefined || Number.isNaN(start) ? undefined : start + timeDelta * 1_000;
}

function toAmount({ totalPrice }: Reservation, { refundAmount, refundType }: Item): number | undefined {
  if (refundAmount === undefined || refundType === "flat") return refundAmount;
  return totalPrice === undefined ? undefined : roundMoney((totalPrice * refundAmount) / 100);
}
