import type { HostawayContext } from "#sandbox/hostaway/context.ts";
import { invalid } from "#sandbox/hostaway/query.ts";
import { parseOr } from "#sandbox/parse.ts";
import { channelNames } from "./channels.ts";
import { givenFinanceFields } from "./given-finance-fields.ts";
import { type FinanceField, Reservation, type Reservation as Row } from "./reservation.ts";

/** What a client may never set: ids, stamps, and card data, which is taken and forgotten. */
const derived = {
  id: true,
  hostawayReservationId: true,
  listingName: true,
  channelName: true,
  reservationId: true,
  channelReservationId: true,
  nights: true,
  previousArrivalDate: true,
  previousDepartureDate: true,
  reservationDate: true,
  latestActivityOn: true,
  insertedOn: true,
  updatedOn: true,
  guestAuthHash: true,
  guestPortalUrl: true,
  stripeGuestId: true,
  financeField: true,
} as const;

const Settable = Reservation.omit(derived).partial();
const settableNames = new Set(Object.keys(Settable.shape));

/** The fields of a body that a client may set, and no others: defaults do not fill in what is missing. */
export function givenDetails(c: HostawayContext, body: Record<string, unknown>, before: FinanceField[]) {
  const refuse = (problem: string) => invalid(c, problem);
  // `confirmed` is how `new` was called once.
  const status = body.status === "confirmed" ? "new" : body.status;
  const parsed = parseOr(Settable, { ...body, ...(status !== undefined && { status }) }, refuse);
  const given: Partial<Row> = Object.fromEntries(
    Object.entries(parsed).filter(([name]) => settableNames.has(name) && body[name] !== undefined),
  );
  const { channelId, arrivalDate, departureDate } = given;
  if (channelId !== undefined && !channelNames[channelId])
    throw invalid(c, `Channel ${channelId} does not exist`);
  if (arrivalDate && departureDate && departureDate < arrivalDate) {
    throw invalid(c, "departureDate must not be before arrivalDate");
  }
  if (body.financeField === undefined) return given;
  return { ...given, financeField: givenFinanceFields(body.financeField, before, refuse) };
}
