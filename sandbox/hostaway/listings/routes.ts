import { Hono } from "hono";
import { z } from "zod";
import type { HostawayEnv } from "#sandbox/hostaway/context.ts";
import { listSuccess, success } from "#sandbox/hostaway/envelope.ts";
import { getListing } from "#sandbox/hostaway/find.ts";
import { NoQuery, pageOf, QuerySwitch, readQuery } from "#sandbox/hostaway/query.ts";
import { ListingsQuery, listListings } from "./list-listings.ts";
import type { Listing } from "./listing.ts";
import { readListing } from "./write-listing.ts";

const Attachments = {
  includeResources: QuerySwitch,
  "attachObjects[]": z.array(z.literal("bookingEngineUrls")).optional(),
};

/** Arrays come only when asked for. */
function toView(listing: Listing, wanted: z.output<z.ZodObject<typeof Attachments>>): Listing {
  const bookingEngineUrls = wanted["attachObjects[]"] ? listing.bookingEngineUrls : [];
  if (wanted.includeResources) return { ...listing, bookingEngineUrls };
  const none = { listingAmenities: [], listingBedTypes: [], listingImages: [], customFieldValues: [] };
  return { ...listing, bookingEngineUrls, ...none };
}

export const listings = new Hono<HostawayEnv>();

listings.get("/listings", (c) => {
  const query = readQuery(c, ListingsQuery.extend(Attachments));
  const limit = query.limit ?? c.var.settings.defaultListingsLimit;
  const page = pageOf(c, listListings(c.var.account, query, c.var.settings), { ...query, limit });
  return listSuccess({ ...page, rows: page.rows.map((listing) => toView(listing, query)) }, c.var.settings);
});

listings.get("/listings/:id{[0-9]+}", (c) => {
  const query = readQuery(c, z.object(Attachments));
  return success(toView(getListing(c, Number(c.req.param("id")), "read"), query));
});

listings.post("/listings", async (c) => {
  readQuery(c, NoQuery);
  const { listings: rows } = c.var.account;
  return success(rows.put({ ...(await readListing(c, { id: rows.nextId() })), specialStatus: null }));
});

listings.put("/listings/:id{[0-9]+}", async (c) => {
  readQuery(c, NoQuery);
  const listing = getListing(c, Number(c.req.param("id")), "write");
  return success(c.var.account.listings.put(await readListing(c, listing)));
});

listings.delete("/listings/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  c.var.account.listings.remove(getListing(c, Number(c.req.param("id")), "write").id);
  return success([]);
});

listings.get("/listingUnits/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  const listing = getListing(c, Number(c.req.param("id")), "read");
  return success(c.var.account.units.find(listing.id)?.units ?? []);
});
