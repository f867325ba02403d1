export const blockingStatuses = [
  "new",
  "modified",
  "ownerStay",
  "awaitingPayment",
  "awaitingGuestVerification",
] as const;

export const otherStatuses = [
  "pending",
  "unconfirmed",
  "cancelled",
  "declined",
  "expired",
  "inquiry",
  "inquiryPreapproved",
  "inquiryDenied",
  "inquiryTimedout",
  "inquiryNotPossible",
  "unknown",
] as const;

export const reservationStatuses = [...blockingStatuses, ...otherStatuses] as const;
export type ReservationStatus = (typeof reservationStatuses)[number];

const blocking: ReadonlySet<string> = new Set(blockingStatuses);

/** Whether a reservation of this status takes its nights off the calendar. */
export const blocksCalendar = (status: ReservationStatus) => blocking.has(status);
