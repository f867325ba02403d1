import { Hono } from "hono";
import { z } from "zod";
import { readBody } from "#sandbox/hostaway/body.ts";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { toStamp } from "#sandbox/hostaway/dates.ts";
import { listSuccess, success } from "#sandbox/hostaway/envelope.ts";
import { getListing } from "#sandbox/hostaway/find.ts";
import { invalid, NoQuery, pageOf, QuerySwitch, readQuery } from "#sandbox/hostaway/query.ts";
import { parseOr } from "#sandbox/parse.ts";
import { ListingsQuery, listListings } from "./list-listings.ts";
import { Listing } from "./listing.ts";

const Attachments = {
  includeResources: QuerySwitch,
  "attachObjects[]": z.literal("bookingEngineUrls").optional(),
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

listings.put("/listings/:id{[0-9]+}", async (c) => {
  readQuery(c, NoQuery);
  const listing = getListing(c, Number(c.req.param("id")), "write");
  const change = await readBody(c, z.record(z.string(), z.unknown()));
  return success(c.var.account.listings.put(changed(c, listing, change)));
});

listings.get("/listingUnits/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  const listing = getListing(c, Number(c.req.param("id")), "read");
  return success(c.var.account.units.find(listing.id)?.units ?? []);
});

/** Only the given fields change; `name` and `externalListingName` are one and the same. */
function changed(c: HostawayContext, listing: Listing, change: Record<string, unknown>): Listing {
  const name = change.name ?? change.externalListingName ?? listing.name;
  const merged = {
    ...listing,
    ...change,
    id: listing.id,
    name,
    externalListingName: name,
    latestActivityOn: toStamp(c.env.world.clock.now()),
  };
  return parseOr(Listing, merged, (problem) => invalid(c, problem));
}
