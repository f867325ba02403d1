import { bookingcomExtras, type Reservation } from "./reservation.ts";

interface Wanted {
  includeResources: boolean;
  includePayments: boolean;
}

/** In a list, what is attached comes only when asked for. */
export function toListView(
  reservation: Reservation,
  wanted: Wanted & { includeCancellationPolicy: boolean },
): Reservation {
  const single = toSingleView(reservation, wanted);
  const policy = wanted.includeCancellationPolicy ? reservation.cancellationPolicyDetails : null;
  const listed = { ...single, cancellationPolicyDetails: policy };
  if (wanted.includeResources) return listed;
  return { ...listed, customFieldValues: [], reservationFees: [], reservationUnit: [], hostProxyEmail: null };
}

/** Alone, a reservation lacks only Booking.com's extras and the balance unless they are asked for. */
export function toSingleView(reservation: Reservation, wanted: Wanted): Reservation {
  const remainingBalance = wanted.includePayments ? reservation.remainingBalance : null;
  const view = { ...reservation, remainingBalance };
  if (wanted.includeResources) return view;
  for (const name of bookingcomExtras) view[name] = null;
  return { ...view, bookingcomIsGeniusMember: null, bookingcomNoShowFeeWaived: null };
}
