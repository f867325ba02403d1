import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { syncCustomer } from "../sync/sync-customer.ts";
import { readBilled } from "./read-billed.ts";
import { type Ledger, readLedger } from "./read-ledger.ts";
import { sendChange } from "./send-change.ts";

/**
 * The ledger, once what a former call has left of its work is done. Whatever changes the quantity does this first: a row
 * that is sent after it would bring an older number back.
 */
export async function finishPending(ctx: BillingContext): Promise<Ledger> {
  const ledger = await readLedger(ctx);
  if (ledger.pending.length === 0) return ledger;
  for (const change of ledger.pending) {
    await sendChange(ctx, change, await readBilled(createStripe(ctx.env), change.subscriptionId));
  }
  await syncCustomer(ctx);
  return readLedger(ctx);
}
