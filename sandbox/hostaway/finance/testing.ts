import { newHouse } from "#sandbox/testing.ts";

export const lines = [
  { type: "accomodation", name: "baseRate", value: 300 },
  { type: "fee", name: "cleaningFee", value: 50 },
  { type: "tax", name: "hotelTax", value: 35 },
];
const stay = {
  channelId: 2000,
  arrivalDate: "2031-03-05",
  departureDate: "2031-03-08",
  guestName: "Ann Lee",
};
/** A house with one reservation of 385 in all, of which its channel keeps 60. */
export async function bookedHouse() {
  const { caller, id } = await newHouse({ contactName: "Rosa", contactSurName: "Quintana" });
  const book = (more: object = {}) =>
    caller.written("POST", "/reservations", {
      ...stay,
      listingMapId: id,
      totalPrice: 385,
      financeField: lines,
      channelCommissionAmount: 60,
      ...more,
    });
  const reservation = await book();
  return { caller, id, book, reservation };
}
