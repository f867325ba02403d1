import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Metadata, Text } from "../wire/parameters.ts";
import { createSource } from "./create-source.ts";

const Params = z.strictObject({ source: Text, metadata: Metadata.optional() });

export const addSource = endpoint("POST", "/v1/customers/:customer/sources", Params, (ctx, params, ids) =>
  createSource(ctx, {
    customer: ctx.db.customers.get(ids.customer).id,
    token: params.source,
    metadata: params.metadata ?? {},
  }),
);
