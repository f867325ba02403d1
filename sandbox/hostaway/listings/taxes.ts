import { Hono } from "hono";
import { z } from "zod";
import type { HostawayEnv } from "#sandbox/hostaway/context.ts";
import { success } from "#sandbox/hostaway/envelope.ts";
import { Integer } from "#sandbox/hostaway/fields.ts";
import { getListing } from "#sandbox/hostaway/find.ts";
import { NoQuery, readQuery } from "#sandbox/hostaway/query.ts";
import { appliedPer } from "./fee-settings.ts";

const taxTypes = [
  "salesTax",
  "hotelTax",
  "vat",
  "lodgingTax",
  "occupancyTax",
  "cityTax",
  "roomTax",
  "otherTaxes",
] as const;

/** A tax of one listing, or of the whole account where `listingMapId` is null. */
export const TaxSetting = z.object({
  id: z.int(),
  listingMapId: Integer,
  taxType: z.enum(taxTypes),
  taxAppliedPer: z.enum(appliedPer),
  amount: z.number(),
  amountType: z.enum(["flat", "percent"]),
  /** The names of what is taxed, as a JSON array. */
  applyTo: z.string(),
});
export type TaxSetting = z.infer<typeof TaxSetting>;

export const taxes = new Hono<HostawayEnv>();

taxes.get("/listingTaxSettings/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  const { id } = getListing(c, Number(c.req.param("id")), "read");
  return success(c.var.account.taxSettings.all().filter((tax) => tax.listingMapId === id));
});

taxes.get("/accountTaxSettings", (c) => {
  readQuery(c, NoQuery);
  return success(c.var.account.taxSettings.all().filter((tax) => tax.listingMapId === null));
});
