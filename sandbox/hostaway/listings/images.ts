import { Hono } from "hono";
import { z } from "zod";
import { readBody } from "#sandbox/hostaway/body.ts";
import type { HostawayEnv } from "#sandbox/hostaway/context.ts";
import { failure, HostawayFail, success } from "#sandbox/hostaway/envelope.ts";
import { getListing } from "#sandbox/hostaway/find.ts";
import { invalid, NoQuery, readQuery } from "#sandbox/hostaway/query.ts";
import { nowStamp } from "#sandbox/hostaway/rows.ts";
import { parseOr } from "#sandbox/parse.ts";
import { Listing } from "./listing.ts";
import { toImage } from "./write-listing.ts";

const Body = z.object({ images: z.unknown().optional() });
const Images = z.array(z.looseObject({ url: z.url() }));

/** Pictures fetched from their addresses. They are there at once; the real ones take minutes. */
export const images = new Hono<HostawayEnv>();

images.post("/listings/:id{[0-9]+}/images", async (c) => {
  readQuery(c, NoQuery);
  const listing = getListing(c, Number(c.req.param("id")), "write");
  const body = await readBody(c, Body);
  const problem = problemWith(body.images);
  // This endpoint puts its refusals into `result`, whatever others do.
  if (problem) return failure(new HostawayFail(400, problem), { ...c.var.settings, errorField: "result" });
  const nextId = Math.max(listing.id * 100, ...listing.listingImages.map(({ id }) => id + 1));
  const added = Images.parse(body.images).map(toImage(nextId));
  const listingImages = [...listing.listingImages, ...added];
  const change = { ...listing, listingImages, latestActivityOn: nowStamp(c) };
  c.var.account.listings.put(parseOr(Listing, change, (reason) => invalid(c, reason)));
  return success({ message: "The images are being imported", imagesCount: added.length });
});

images.post("/listings/:id{[0-9]+}/export/airbnb", (c) => {
  readQuery(c, NoQuery);
  getListing(c, Number(c.req.param("id")), "write");
  return success([]);
});

function problemWith(given: unknown): string | undefined {
  if (!Array.isArray(given) || given.length === 0) return "images must be a non-empty array";
  const problems = given.map((image: unknown) => problemWithImage(image));
  const index = problems.findIndex((problem) => problem !== undefined);
  return index === -1 ? undefined : `The image at index ${index} ${problems[index]}`;
}

function problemWithImage(image: unknown): string | undefined {
  if (typeof image !== "object" || image === null) return "must be an object";
  if (!("url" in image)) return "has no url";
  return z.url().safeParse(image.url).success ? undefined : "has an invalid url";
}
