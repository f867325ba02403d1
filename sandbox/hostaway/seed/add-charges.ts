import type { Account } from "#sandbox/hostaway/account.ts";
import { addDays, toDate } from "#sandbox/hostaway/dates.ts";
import { Charge } from "#sandbox/hostaway/finance/charges.ts";
import { toCents } from "#sandbox/hostaway/money.ts";
import type { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";

/** Where the guest pays the manager and not the channel. */
const collected: ReadonlySet<number> = new Set([2000, 2013]);

/** What the guests of these months have paid and still owe; a balance due at an arrival that is past has failed. */
export function addCharges(account: Account, now: number): void {
  const today = toDate(now);
  const [first, last] = [addDays(today, -30), addDays(today, 90)];
  const paying = account.reservations
    .all()
    .filter(
      ({ channelId, status }) => collected.has(channelId) && (status === "new" || status === "modified"),
    )
    .filter(({ arrivalDate }) => arrivalDate >= first && arrivalDate <= last);
  for (const stay of paying) {
    if (stay.totalPrice === null) continue;
    const owed = stay.remainingBalance ?? 0;
    put(account, stay, "Payment at booking", toCents(stay.totalPrice - owed), "paid");
    if (owed > 0)
      put(account, stay, "Balance before arrival", owed, stay.arrivalDate <= today ? "failed" : "awaiting");
  }
}

function put(
  account: Account,
  stay: Reservation,
  title: string,
  amount: number,
  status: "paid" | "awaiting" | "failed",
): void {
  const id = account.charges.nextId();
  const isPaid = status === "paid";
  account.charges.put(
    Charge.parse({
      id,
      accountId: Number(account.id),
      listingMapId: stay.listingMapId,
      reservationId: stay.id,
      title,
      currency: stay.currency,
      amount,
      capturedAmount: isPaid ? amount : 0,
      status,
      paymentMethod: "credit_card",
      paymentProvider: "stripe",
      paymentProviderChargeId: isPaid ? `ch_sandbox_${id}` : null,
      scheduledDate: isPaid ? stay.reservationDate : `${addDays(stay.arrivalDate, -7)} 09:00:00`,
      chargeDate: isPaid ? stay.reservationDate : null,
      triggerEvent: isPaid ? "reservation" : "arrival",
      triggerTimeDelta: isPaid ? 0 : -168,
      insertedOn: stay.insertedOn,
      updatedOn: stay.updatedOn,
    }),
  );
}
