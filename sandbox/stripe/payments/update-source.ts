import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Integer, Metadata, mergeMetadata, Text } from "../wire/parameters.ts";
import { toCardSource } from "./card-source.ts";
import { getSource } from "./get-source.ts";

const Params = z.strictObject({
  exp_month: Integer.optional(),
  exp_year: Integer.optional(),
  metadata: Metadata.optional(),
  name: Text.optional(),
});

export const updateSource = endpoint(
  "POST",
  "/v1/customers/:customer/sources/:source",
  Params,
  (ctx, { metadata, name, ...expiry }, ids) => {
    const before = getSource(ctx, ids);
    const { billing_details, card } = before;
    const changed = ctx.db.paymentMethods.change(before.id, {
      billing_details: { ...billing_details, name: name ?? billing_details.name },
      metadata: mergeMetadata(before.metadata ?? {}, metadata),
      ...(card && { card: { ...card, ...expiry } }),
    });
    const source = toCardSource(changed);
    ctx.emit("customer.source.updated", source, { before: toCardSource(before), customer: ids.customer });
    return source;
  },
);
