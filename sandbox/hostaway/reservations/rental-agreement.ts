import { Hono } from "hono";
import type { HostawayEnv } from "#sandbox/hostaway/context.ts";
import { notFound, success } from "#sandbox/hostaway/envelope.ts";
import { getReservation } from "#sandbox/hostaway/find.ts";
import { NoQuery, readQuery } from "#sandbox/hostaway/query.ts";

const paymentMethods = {
  credit_card: "Credit card",
  vcc: "Virtual credit card",
  cash_stay: "Cash during the stay",
  paypal: "PayPal",
  venmo: "Venmo",
  bank_transfer: "Bank transfer",
  stripe: "Stripe",
  braintree: "Braintree",
  other: "Other",
};

/** What is read about paying and signing. */
export const rentalAgreement = new Hono<HostawayEnv>();

rentalAgreement.get("/reservations/paymentMethods", (c) => {
  readQuery(c, NoQuery);
  return success(paymentMethods);
});

rentalAgreement.get("/reservations/:id{[0-9]+}/rentalAgreement", (c) => {
  readQuery(c, NoQuery);
  const reservation = getReservation(c, Number(c.req.param("id")), "read");
  const agreement = c.var.account.agreements.find(reservation.listingMapId);
  if (!agreement) throw notFound();
  const { id: reservationId, reservationAgreement, rentalAgreementFileUrl } = reservation;
  return success({ ...agreement, reservationId, reservationAgreement, rentalAgreementFileUrl });
});
