import type { Account } from "#sandbox/hostaway/account.ts";
import type { Reservation } from "#sandbox/hostaway/reservations/reservation.ts";

/** The unit of a listing that has several, and the fee for those who bring a pet. */
export function attachExtras(account: Account, reservation: Reservation): Reservation {
  return {
    ...reservation,
    reservationUnit: unitsOf(account, reservation),
    reservationFees: reservation.pets ? [petFee(account, reservation)] : [],
  };
}

function unitsOf(account: Account, reservation: Reservation): Reservation["reservationUnit"] {
  const [unit] = account.units.find(reservation.listingMapId)?.units ?? [];
  if (!unit) return [];
  const { id, guestName, guestFirstName, guestLastName, totalPrice } = reservation;
  const { numberOfGuests, adults, children, infants, pets } = reservation;
  return [
    {
      id,
      reservationId: id,
      listingUnitId: unit.id,
      externalReservationId: null,
      externalReservationUnitId: null,
      guestName,
      guestFirstName,
      guestLastName,
      numberOfGuests,
      adults,
      children,
      infants,
      pets,
      totalPrice,
    },
  ];
}

const petFee = (account: Account, reservation: Reservation): Reservation["reservationFees"][number] => ({
  id: reservation.id,
  accountId: Number(account.id),
  listingMapId: reservation.listingMapId,
  reservationId: reservation.id,
  name: "petFee",
  amount: 35,
  currency: reservation.currency ?? "USD",
  percentage: null,
  isIncluded: 1,
  isPerNight: 0,
  isPerPerson: 0,
  isImported: 0,
  insertedOn: reservation.insertedOn,
  updatedOn: reservation.updatedOn,
});
