import { Hono } from "hono";
import { z } from "zod";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { notFound, success } from "#sandbox/hostaway/envelope.ts";
import { each, Flag, Text } from "#sandbox/hostaway/fields.ts";
import { getListing } from "#sandbox/hostaway/find.ts";
import { NoQuery, readQuery } from "#sandbox/hostaway/query.ts";
import { getRow, newRow, nowStamp, readRow } from "#sandbox/hostaway/rows.ts";

export const feeTypes = [
  "additionalCleaningFee",
  "parkingFee",
  "towelChangeFee",
  "midstayCleaningFee",
  "roomRequestFee",
  "reservationChangeFee",
  "lateCheckoutFee",
  "otherFees",
  "creditCardFee",
  "kitchenLinenFee",
  "linenPackageFee",
  "transferFee",
  "wristbandFee",
  "extraBedsFee",
  "serviceFee",
  "bedLinenFee",
  "bookingFee",
  "petFee",
  "skiPassFee",
  "tourismFee",
  "childrenExtraFee",
  "resortFee",
] as const;

export const appliedPer = ["reservation", "person", "night", "person_per_night", "base_rate"] as const;

export const FeeSetting = z.object({
  ...each(["id", "accountId", "listingMapId"], z.int()),
  feeType: z.enum(feeTypes),
  feeTitle: Text,
  feeAppliedPer: z.enum(appliedPer).default("reservation"),
  amount: z.number().min(0),
  amountType: z.enum(["flat", "percent"]).default("flat"),
  ...each(["isMandatory", "isQuantitySelectable"], Flag),
  ...each(["insertedOn", "updatedOn"], z.string()),
});
export type FeeSetting = z.infer<typeof FeeSetting>;

/** What a stay costs besides the nights. */
export const feeSettings = new Hono<HostawayEnv>();

feeSettings.get("/listingFeeSettings/:listingId{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  const { id } = listingOf(c, "read");
  return success(c.var.account.feeSettings.all().filter((fee) => fee.listingMapId === id));
});

feeSettings.post("/listingFeeSettings/:listingId{[0-9]+}", async (c) => {
  readQuery(c, NoQuery);
  const { feeSettings: rows } = c.var.account;
  const fixed = { ...newRow(c, rows), listingMapId: listingOf(c, "write").id };
  return success(rows.put(await readRow(c, FeeSetting, { fixed })));
});

feeSettings.put("/listingFeeSettings/:listingId{[0-9]+}/:id{[0-9]+}", async (c) => {
  readQuery(c, NoQuery);
  const { feeSettings: rows } = c.var.account;
  const base = getRow(c, rows);
  const { id, accountId, listingMapId } = base;
  if (listingMapId !== listingOf(c, "write").id) throw notFound();
  const fixed = { id, accountId, listingMapId, updatedOn: nowStamp(c) };
  return success(rows.put(await readRow(c, FeeSetting, { base, fixed })));
});

feeSettings.delete("/listingFeeSettings/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  c.var.account.feeSettings.remove(getRow(c, c.var.account.feeSettings).id);
  return success([]);
});

const listingOf = (c: HostawayContext, access: "read" | "write") =>
  getListing(c, Number(c.req.param("listingId")), access);
