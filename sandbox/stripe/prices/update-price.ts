import { endpoint } from "../core/endpoint.ts";
import { invalidRequest } from "../core/errors.ts";
import { mergeMetadata } from "../wire/parameters.ts";
import { changePrice } from "./change-price.ts";
import { PriceChange } from "./price-params.ts";
import { takeLookupKey } from "./take-lookup-key.ts";

/** What a price costs never changes: one makes another price. */
export const updatePrice = endpoint("POST", "/v1/prices/:price", PriceChange, (ctx, params, ids) => {
  const before = ctx.db.prices.get(ids.price);
  const { lookup_key, transfer_lookup_key, metadata, tax_behavior } = params;
  if (tax_behavior && before.tax_behavior !== "unspecified" && tax_behavior !== before.tax_behavior)
    throw invalidRequest("Once it is specified, `tax_behavior` cannot be changed.", {
      param: "tax_behavior",
    });
  if (lookup_key) takeLookupKey(ctx, lookup_key, transfer_lookup_key, before.id);
  return changePrice(ctx, before.id, {
    active: params.active ?? before.active,
    lookup_key: lookup_key === undefined ? before.lookup_key : lookup_key,
    metadata: mergeMetadata(before.metadata, metadata),
    nickname: params.nickname === undefined ? before.nickname : params.nickname,
    tax_behavior: tax_behavior ?? before.tax_behavior,
  });
});
