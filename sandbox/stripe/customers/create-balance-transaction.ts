import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { Currency, Integer, Metadata, mergeMetadata, Text } from "../wire/parameters.ts";
import { changeBalance } from "./change-balance.ts";
import { claimCurrency } from "./claim-currency.ts";

const Params = z.strictObject({
  amount: Integer,
  currency: Currency,
  description: Text.optional(),
  metadata: Metadata.optional(),
});

export const createBalanceTransaction = endpoint(
  "POST",
  "/v1/customers/:customer/balance_transactions",
  Params,
  (ctx, { metadata, ...params }, { customer }) => {
    ctx.db.customers.get(customer);
    claimCurrency(ctx, customer, params.currency);
    const given = { ...params, metadata: mergeMetadata({}, metadata) };
    return changeBalance(ctx, { ...given, customer, type: "adjustment" });
  },
);
