import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { noSuch } from "../core/errors.ts";
import { Metadata, mergeMetadata, Text, unsettable } from "../wire/parameters.ts";

const Params = z.strictObject({
  description: unsettable(Text).optional(),
  metadata: Metadata.optional(),
});

export const updateBalanceTransaction = endpoint(
  "POST",
  "/v1/customers/:customer/balance_transactions/:transaction",
  Params,
  ({ db }, { description, metadata }, ids) => {
    const before = db.balanceTransactions.get(ids.transaction);
    if (before.customer !== ids.customer) throw noSuch("customer_balance_transaction", ids.transaction);
    return db.balanceTransactions.change(before.id, {
      description: description === undefined ? before.description : description,
      metadata: mergeMetadata(before.metadata ?? {}, metadata),
    });
  },
);
