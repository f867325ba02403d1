import { z } from "zod";
import { endpoint } from "../core/endpoint.ts";
import { noSuch } from "../core/errors.ts";

export const retrieveBalanceTransaction = endpoint(
  "GET",
  "/v1/customers/:customer/balance_transactions/:transaction",
  z.strictObject({}),
  ({ db }, _, ids) => {
    const transaction = db.balanceTransactions.get(ids.transaction);
    if (transaction.customer === ids.customer) return transaction;
    throw noSuch("customer_balance_transaction", ids.transaction);
  },
);
