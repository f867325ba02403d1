import { Hono } from "hono";
import { z } from "zod";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { success } from "#sandbox/hostaway/envelope.ts";
import { each, Flag } from "#sandbox/hostaway/fields.ts";
import { getListing } from "#sandbox/hostaway/find.ts";
import { NoQuery, readQuery } from "#sandbox/hostaway/query.ts";
import { readRow } from "#sandbox/hostaway/rows.ts";

/** Where prices by length of stay are sent. `id` is the listing's. */
export const PriceSettings = z.object({
  id: z.int(),
  ...each(["isAirbnbLOSActive", "isBookingLOSActive", "isVrboLOSActive", "isExpediaLOSActive"], Flag),
});
export type PriceSettings = z.infer<typeof PriceSettings>;

export const priceSettings = new Hono<HostawayEnv>();

priceSettings.get("/listing/pricingSettings/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  return success(settingsOf(c, "read"));
});

priceSettings.put("/listing/pricingSettings/:id{[0-9]+}", async (c) => {
  readQuery(c, NoQuery);
  const base = settingsOf(c, "write");
  const changed = await readRow(c, PriceSettings, { base, fixed: { id: base.id } });
  return success(c.var.account.priceSettings.put(changed));
});

function settingsOf(c: HostawayContext, access: "read" | "write"): PriceSettings {
  const { id } = getListing(c, Number(c.req.param("id")), access);
  return c.var.account.priceSettings.find(id) ?? PriceSettings.parse({ id });
}
