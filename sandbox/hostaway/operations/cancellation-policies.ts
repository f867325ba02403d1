import { Hono } from "hono";
import { z } from "zod";
import type { HostawayEnv } from "#sandbox/hostaway/context.ts";
import { success } from "#sandbox/hostaway/envelope.ts";
import { each } from "#sandbox/hostaway/fields.ts";
import { getListing } from "#sandbox/hostaway/find.ts";
import { NoQuery, QueryInteger, readQuery } from "#sandbox/hostaway/query.ts";
import { getRow, newRow, readRow } from "#sandbox/hostaway/rows.ts";

export const CancellationPolicy = z.object({
  ...each(["id", "accountId"], z.int()),
  name: z.string().min(1),
  cancellationPolicyItem: z
    .array(
      z.object({
        refundAmount: z.number().min(0),
        refundType: z.enum(["percentage", "flat"]),
        refundField: z.literal("totalPrice").default("totalPrice"),
        timeDelta: z.int(),
        event: z.enum(["arrival", "reservation"]),
      }),
    )
    .default([]),
});
export type CancellationPolicy = z.infer<typeof CancellationPolicy>;

// The channels' own ids and wording are not documented.
const ofChannels = {
  airbnb: ["Flexible", "Moderate", "Firm", "Strict"],
  booking: ["Fully flexible", "Non-refundable"],
  marriott: ["Moderate", "Strict"],
  vrbo: ["Relaxed", "Moderate", "Firm", "Strict"],
};

export const cancellationPolicies = new Hono<HostawayEnv>();

for (const [channel, names] of Object.entries(ofChannels)) {
  cancellationPolicies.get(`/cancellationPolicies/${channel}`, (c) => {
    const { listingMapId } = readQuery(c, z.object({ listingMapId: QueryInteger }));
    if (listingMapId !== undefined) getListing(c, listingMapId, "read");
    return success(names.map((name, index) => ({ id: index + 1, name })));
  });
}

cancellationPolicies.get("/cancellationPolicies", (c) => {
  readQuery(c, NoQuery);
  return success(c.var.account.cancellationPolicies.all());
});

cancellationPolicies.post("/cancellationPolicies", async (c) => {
  readQuery(c, NoQuery);
  const rows = c.var.account.cancellationPolicies;
  return success(rows.put(await readRow(c, CancellationPolicy, { fixed: newRow(c, rows) })));
});

cancellationPolicies.get("/cancellationPolicies/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  return success(getRow(c, c.var.account.cancellationPolicies));
});

cancellationPolicies.put("/cancellationPolicies/:id{[0-9]+}", async (c) => {
  readQuery(c, NoQuery);
  const rows = c.var.account.cancellationPolicies;
  const base = getRow(c, rows);
  const fixed = { id: base.id, accountId: base.accountId };
  return success(rows.put(await readRow(c, CancellationPolicy, { base, fixed })));
});

cancellationPolicies.delete("/cancellationPolicies/:id{[0-9]+}", (c) => {
  readQuery(c, NoQuery);
  c.var.account.cancellationPolicies.remove(getRow(c, c.var.account.cancellationPolicies).id);
  return success([]);
});
