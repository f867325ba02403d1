import { Hono } from "hono";
import { z } from "zod";
import { readBody } from "#sandbox/hostaway/body.ts";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { notFound, success } from "#sandbox/hostaway/envelope.ts";
import { getListing, getOpenListing } from "#sandbox/hostaway/find.ts";
import { invalid, NoQuery, readQuery } from "#sandbox/hostaway/query.ts";

const Text = z.object({ text: z.string().min(1) });
const Copy = z.object({ fromListingId: z.int(), toListingIds: z.array(z.int()).min(1) });

/** The rental agreement of a listing. `id` is the listing's. */
export const Agreement = Text.extend({ id: z.int(), listingMapId: z.int() });
export type Agreement = z.infer<typeof Agreement>;

export const agreements = new Hono<HostawayEnv>();

agreements.post("/listingAgreement/duplicate", async (c) => {
  readQuery(c, NoQuery);
  const { fromListingId, toListingIds } = await readBody(c, Copy);
  const agreement = c.var.account.agreements.find(fromListingId);
  if (!agreement) throw invalid(c, `Listing ${fromListingId} has no agreement`);
  for (const { id } of toListingIds.map((listingId) => getOpenListing(c, listingId))) {
    c.var.account.agreements.put({ ...agreement, id, listingMapId: id });
  }
  return success([]);
});

agreements.get("/listingAgreement/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  return success(getAgreement(c, "read"));
});

for (const method of ["POST", "PUT"]) {
  agreements.on(method, "/listingAgreement/:id{[0-9]+}", async (c) => {
    readQuery(c, NoQuery);
    const { id } = getListing(c, Number(c.req.param("id")), "write");
    const { text } = await readBody(c, Text);
    return success(c.var.account.agreements.put({ id, listingMapId: id, text }));
  });
}

agreements.delete("/listingAgreement/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  c.var.account.agreements.remove(getAgreement(c, "write").id);
  return success([]);
});

function getAgreement(c: HostawayContext, access: "read" | "write"): Agreement {
  const agreement = c.var.account.agreements.find(getListing(c, Number(c.req.param("id")), access).id);
  if (!agreement) throw notFound();
  return agreement;
}
