import { AppError } from "#errors.ts";
import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { toBillingError } from "../to-billing-error.ts";
import type { StripeBills } from "./billed-invoice.ts";
import { addMonths } from "./billing-periods.ts";
import { compareBills, type ProvenBill } from "./compare-bills.ts";
import { findStripeBalance } from "./find-stripe-balance.ts";
import { readInvoices } from "./read-invoices.ts";
import { type Ledger, readLedger } from "./read-ledger.ts";

const Month = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Recomputes all bills that were made in a UTC month, such as `2027-03`, from the ledger, and compares them with Stripe's. */
export async function proveBill(ctx: BillingContext, month: string): Promise<ProvenBill> {
  if (!Month.test(month)) throw new AppError("invalid_request", "A month looks like 2027-03.");
  const ledger = await readLedger(ctx);
  if (ledger === null) throw new AppError("not_found", "Billing does not know this organization.");
  const stripe = await readStripe(ctx, ledger);
  const start = Date.parse(`${month}-01`) / 1_000;
  return compareBills(ledger, stripe, { start, end: addMonths(start, 1), now: Math.floor(ctx.now / 1_000) });
}

async function readStripe({ env }: BillingContext, { customerId }: Ledger): Promise<StripeBills> {
  if (customerId === null) return { invoices: [], balance: 0 };
  const stripe = createStripe(env);
  try {
    const [invoices, balance] = await Promise.all([
      readInvoices(stripe, customerId),
      findStripeBalance(stripe, customerId),
    ]);
    return { invoices, balance };
  } catch (thrown) {
    throw toBillingError(thrown);
  }
}
