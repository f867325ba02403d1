import type { Context } from "../core/context.ts";
import type { CustomerBalanceTransaction } from "../core/objects.ts";
import { changeCustomer } from "./change-customer.ts";

interface BalanceChange {
  customer: string;
  /** Negative is in the customer's favour. */
  amount: number;
  currency: string;
  type: CustomerBalanceTransaction["type"];
  invoice?: string | null;
  description?: string | null;
  metadata?: Record<string, string>;
}

/** Adds to what a customer owes, or, below zero, has in hand for the next invoice. */
export function changeBalance(ctx: Context, change: BalanceChange): CustomerBalanceTransaction {
  const { customer, amount } = change;
  const balance = ctx.db.customers.get(customer, "customer").balance + amount;
  changeCustomer(ctx, customer, { balance });
  return recordBalanceChange(ctx, change);
}

/** Writes down a change that has led to the customer's present balance. */
export function recordBalanceChange(ctx: Context, change: BalanceChange): CustomerBalanceTransaction {
  const { db } = ctx;
  const { customer, amount, currency, type } = change;
  return db.balanceTransactions.put({
    id: db.newId("cbtxn_"),
    object: "customer_balance_transaction",
    amount,
    checkout_session: null,
    created: ctx.now(customer),
    credit_note: null,
    currency,
    customer,
    customer_account: null,
    description: change.description ?? null,
    ending_balance: db.customers.get(customer).balance,
    invoice: change.invoice ?? null,
    livemode: false,
    metadata: change.metadata ?? {},
    type,
  });
}
