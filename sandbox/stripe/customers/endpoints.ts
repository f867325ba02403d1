import { createBalanceTransaction } from "./create-balance-transaction.ts";
import { createCustomer } from "./create-customer.ts";
import { createTaxId } from "./create-tax-id.ts";
import { deleteCustomer } from "./delete-customer.ts";
import { deleteDiscount } from "./delete-discount.ts";
import { deleteTaxId } from "./delete-tax-id.ts";
import { listBalanceTransactions } from "./list-balance-transactions.ts";
import { listCustomers } from "./list-customers.ts";
import { listTaxIds } from "./list-tax-ids.ts";
import { retrieveBalanceTransaction } from "./retrieve-balance-transaction.ts";
import { retrieveCustomer } from "./retrieve-customer.ts";
import { retrieveTaxId } from "./retrieve-tax-id.ts";
import { updateBalanceTransaction } from "./update-balance-transaction.ts";
import { updateCustomer } from "./update-customer.ts";

export const customerEndpoints = [
  createCustomer,
  retrieveCustomer,
  updateCustomer,
  deleteCustomer,
  listCustomers,
  createBalanceTransaction,
  retrieveBalanceTransaction,
  updateBalanceTransaction,
  listBalanceTransactions,
  createTaxId,
  retrieveTaxId,
  deleteTaxId,
  listTaxIds,
  deleteDiscount,
];
