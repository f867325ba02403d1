import { waitUntil } from "cloudflare:workers";
import type { BillingContext } from "#billing/billing-context.ts";
import { countListings } from "#billing/quantity/count-listings.ts";
import { noteCount } from "#billing/quantity/record-count.ts";
import { claimTrial } from "#billing/trial/claim-trial.ts";
import { log } from "#lib/log.ts";
import type { Connect } from "#organization/connections/connect.ts";
import type { ShownConnection } from "#organization/connections/shown-connection.ts";
import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";

/**
 * Connects an account, which has one trial: an organization that comes second with it goes on without. Its listings are
 * counted beside the answer, and billed with the day's next count.
 */
export async function connectAccount(ctx: BillingContext, input: Connect): Promise<ShownConnection> {
  const { env, id, by } = ctx;
  const connection = throwReceipt(await getOrganization(env, id).connectAccount(by, input));
  // The account is connected all the same, and the daily count claims again.
  await claimTrial(ctx).catch((thrown: unknown) =>
    log.error("billing.trial-not-claimed", thrown, { organization: id }),
  );
  waitUntil(
    noteListings(ctx).catch((thrown: unknown) =>
      log.error("billing.listings-not-counted", thrown, { organization: id }),
    ),
  );
  return connection;
}

async function noteListings(ctx: BillingContext): Promise<void> {
  const { listings } = await countListings(ctx, "person");
  await noteCount(ctx, listings);
}
