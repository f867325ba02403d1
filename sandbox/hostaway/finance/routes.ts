import { Hono } from "hono";
import { z } from "zod";
import { readBody } from "#sandbox/hostaway/body.ts";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { listSuccess, notFound, success } from "#sandbox/hostaway/envelope.ts";
import { getReservation } from "#sandbox/hostaway/find.ts";
import { sumOf } from "#sandbox/hostaway/money.ts";
import { NoQuery, readQuery } from "#sandbox/hostaway/query.ts";
import { changedReservation, putChanged } from "#sandbox/hostaway/reservations/update-reservation.ts";
import { nowStamp } from "#sandbox/hostaway/rows.ts";
import { formulas } from "./formulas.ts";
import { requireFinance } from "./require-finance.ts";
import { standardFieldsOf } from "./standard-fields.ts";

const flag = z.literal([0, 1]).optional();
const FieldChange = z.object({
  value: z.number().optional(),
  isIncludedInTotalPrice: flag,
  isOverriddenByUser: flag,
});

/** The money of one reservation. */
export const finance = new Hono<HostawayEnv>();

finance.get("/financeField/:id{[0-9]+}", (c) => success(reservationOf(c, "read").financeField));

/** The total price follows (assumed). */
finance.put("/financeField/:id{[0-9]+}/:fieldId{[0-9]+}", async (c) => {
  const reservation = reservationOf(c, "write");
  const before = reservation.financeField.find(({ id }) => id === Number(c.req.param("fieldId")));
  if (!before) throw notFound();
  const change = await readBody(c, FieldChange);
  const value = change.value ?? before.value;
  const field = { ...before, ...change, value, total: value * (before.quantity ?? 1) };
  const financeField = reservation.financeField.map((other) => (other.id === field.id ? field : other));
  const included = financeField.filter(
    ({ isIncludedInTotalPrice, isDeleted }) => isIncludedInTotalPrice && !isDeleted,
  );
  const totalPrice = sumOf(included.map(({ total }) => total));
  putChanged(c, changedReservation(reservation, { financeField, totalPrice }, nowStamp(c)));
  return success(field);
});

finance.get("/financeStandardField/reservation/:id{[0-9]+}", (c) => {
  const reservation = reservationOf(c, "read");
  const { id, listingMapId, channelId, insertedOn, updatedOn } = reservation;
  return success({
    id,
    accountId: Number(c.var.account.id),
    listingMapId,
    channelId,
    reservationId: id,
    ...standardFieldsOf(reservation),
    manuallySetFields: "[]",
    customFeeValuesJson: "[]",
    insertedOn,
    updatedOn,
  });
});

finance.get("/financeCalculatedField/reservation/:id{[0-9]+}", (c) => {
  const reservation = reservationOf(c, "read");
  const { id: reservationId, listingMapId, channelId, insertedOn, updatedOn } = reservation;
  const fields = standardFieldsOf(reservation);
  return success(
    formulas.map(({ name, text, of }, index) => ({
      id: reservationId * 10 + index,
      accountId: Number(c.var.account.id),
      listingMapId,
      financeCustomFormulaId: index + 1,
      channelId,
      reservationId,
      formulaName: name,
      formulaValue: text,
      formulaFilled: text,
      formulaResult: of(fields),
      insertedOn,
      updatedOn,
    })),
  );
});

finance.get("/financeCustomFormula", (c) => {
  readQuery(c, NoQuery);
  requireFinance(c);
  const rows = formulas.map(({ name, text }, index) => ({
    id: index + 1,
    accountId: Number(c.var.account.id),
    listingMapId: null,
    channelIds: [],
    formulaName: name,
    formulaValue: text,
    isOverride: 0,
  }));
  const page = { rows, count: rows.length, limit: rows.length, offset: 0 };
  return listSuccess(page, { ...c.var.settings, lean: true });
});

function reservationOf(c: HostawayContext, access: "read" | "write") {
  readQuery(c, NoQuery);
  requireFinance(c);
  return getReservation(c, Number(c.req.param("id")), access);
}
