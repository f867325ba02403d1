import { Hono } from "hono";
import { z } from "zod";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { listSuccess, notFound, success } from "#sandbox/hostaway/envelope.ts";
import { each, Flag, Integer, Text } from "#sandbox/hostaway/fields.ts";
import { getReservation } from "#sandbox/hostaway/find.ts";
import { NoQuery, Paging, pageOf, QueryInteger, QueryText, readQuery } from "#sandbox/hostaway/query.ts";
import { getRow, newRow, nowStamp, readRow } from "#sandbox/hostaway/rows.ts";

const paymentMethods = [
  "credit_card",
  "vcc",
  "cash",
  "paypal",
  "venmo",
  "bank_transfer",
  "bank_check",
  "ota",
  "other",
] as const;

export const Charge = z.object({
  ...each(["id", "accountId", "listingMapId", "reservationId"], z.int()),
  ...each(["autopaymentId", "autoChargeId", "triggerTimeDelta"], Integer),
  type: z.enum(["charge", "preAuth"]).default("charge"),
  title: z.string().min(1),
  ...each(["description", "currency"], Text),
  paymentMethod: z.enum(paymentMethods),
  amount: z.number().positive(),
  capturedAmount: z.number().default(0),
  status: z.enum(["awaiting", "paid", "failed", "pause", "cancelled", "awaitingHold"]),
  paymentProvider: z.enum(["stripe", "braintree", "authorizeNet", "offline"]).default("offline"),
  ...each(["paymentProviderMessage", "paymentProviderInvoiceId", "paymentProviderChargeId"], Text),
  ...each(["scheduledDate", "chargeDate", "holdReleaseDate"], Text),
  isManual: Flag,
  triggerEvent: z.enum(["reservation", "arrival", "departure"]).nullable().default(null),
  ...each(["flatFee", "percentageFee"], z.number().nullable().default(null)),
  transactions: z.array(z.unknown()).default([]),
  ...each(["insertedOn", "updatedOn"], z.string()),
});
export type Charge = z.infer<typeof Charge>;

/** What a client may record is offline and either awaited or paid. */
const OfflineCharge = Charge.extend({ status: z.enum(["awaiting", "paid"]) });

const ChargesQuery = z.object({
  ...Paging,
  ...each(["reservationId", "listingMapId"], QueryInteger),
  ...each(["paymentProvider", "paymentMethod"], QueryText),
});

/** What guests have paid and are still to pay. */
export const charges = new Hono<HostawayEnv>();

charges.get("/guestPayments/charges", (c) => {
  const { limit, offset, ...wanted } = readQuery(c, ChargesQuery);
  const found = c.var.account.charges
    .all()
    .filter((charge) => isSame(wanted.reservationId, charge.reservationId))
    .filter((charge) => isSame(wanted.listingMapId, charge.listingMapId))
    .filter((charge) => isSame(wanted.paymentProvider, charge.paymentProvider))
    .filter((charge) => isSame(wanted.paymentMethod, charge.paymentMethod));
  return listSuccess(pageOf(c, found, { limit, offset }), c.var.settings);
});

charges.get("/guestPayments/charges/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  return success(getRow(c, c.var.account.charges));
});

charges.post("/guestPayments/charges/:reservationId{[0-9]+}", async (c) => {
  readQuery(c, NoQuery);
  const { charges: rows } = c.var.account;
  const { id: reservationId, listingMapId, currency } = reservationOf(c);
  const fixed = {
    ...newRow(c, rows),
    reservationId,
    listingMapId,
    currency,
    paymentProvider: "offline",
    isManual: 1,
  };
  return success(rows.put(settled(c, await readRow(c, OfflineCharge, { fixed }))));
});

charges.put("/guestPayments/charges/:reservationId{[0-9]+}/:id{[0-9]+}", async (c) => {
  readQuery(c, NoQuery);
  const { charges: rows } = c.var.account;
  const base = getRow(c, rows);
  const { id, accountId, reservationId, listingMapId, currency, paymentProvider, insertedOn } = base;
  if (reservationId !== reservationOf(c).id) throw notFound();
  const kept = { id, accountId, reservationId, listingMapId, currency, paymentProvider, insertedOn };
  const charge = await readRow(c, OfflineCharge, { base, fixed: { ...kept, updatedOn: nowStamp(c) } });
  return success(rows.put(settled(c, charge)));
});

charges.get("/guestPayments/autoPayment", (c) => {
  readQuery(c, NoQuery);
  return success([]);
});

function settled(c: HostawayContext, charge: Charge): Charge {
  const isPaid = charge.status === "paid";
  const chargeDate = isPaid ? (charge.chargeDate ?? nowStamp(c)) : null;
  return { ...charge, capturedAmount: isPaid ? charge.amount : 0, chargeDate };
}

const isSame = <Value>(wanted: Value | undefined, value: Value) => wanted === undefined || wanted === value;

const reservationOf = (c: HostawayContext) =>
  getReservation(c, Number(c.req.param("reservationId")), "write");
