import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { toList } from "../wire/list.ts";
import { isWithin, listFields, RangeFilter, Text } from "../wire/parameters.ts";

const Params = z.strictObject({ ...listFields, created: RangeFilter, invoice: Text.optional() });

export const listBalanceTransactions = endpoint(
  "GET",
  "/v1/customers/:customer/balance_transactions",
  Params,
  ({ db }, params, ids) => {
    const { id } = db.customers.get(ids.customer);
    const found = db.balanceTransactions
      .by("customer", id)
      .filter(
        (transaction) =>
          isWithin(params.created, transaction.created) &&
          (params.invoice ?? transaction.invoice) === transaction.invoice,
      );
    return toList(`/v1/customers/${id}/balance_transactions`, found, params, db.balanceTransactions);
  },
);
