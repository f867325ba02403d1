import { getOrganization } from "#organization/get-organization.ts";
import { throwReceipt } from "#organization/throw-receipt.ts";
import type { BillingContext } from "../billing-context.ts";
import { createStripe } from "../create-stripe.ts";
import { getAccount } from "../get-account.ts";
import { toMs } from "../sync/to-subscription-state.ts";
import { askStripe } from "./ask-stripe.ts";
import { withAllLines } from "./list-lines.ts";
import { type ProjectedBill, projectBill } from "./project-bill.ts";
import { type ShownLine, showLine } from "./show-line.ts";

/** The next invoice, as it would be if nothing changed any more. Cents and milliseconds. */
export interface UpcomingInvoice {
  currency: string;
  /** When it will be made. */
  at: number;
  total: number;
  /** What is left to pay after the customer's credit. */
  amountDue: number;
  startingBalance: number;
  lines: ShownLine[];
  /** What changes within the present period add or give back. */
  prorations: ShownLine[];
}

export interface Upcoming {
  /** Null where nothing will be billed. */
  upcoming: UpcomingInvoice | null;
  projected: ProjectedBill | null;
}

const nothing: Upcoming = { upcoming: null, projected: null };

export async function getUpcoming({ env, id }: Pick<BillingContext, "env" | "id">): Promise<Upcoming> {
  const account = await getAccount({ env, id });
  const { customerId: customer, subscriptionId: subscription, endedAt } = account;
  if (customer === null || subscription === null || endedAt !== null) return nothing;
  const stripe = createStripe(env);
  const preview = await askStripe(async () =>
    withAllLines(stripe, await stripe.invoices.createPreview({ customer, subscription })),
  );
  if (preview === null) return nothing;
  const shown = preview.lines.data.map(showLine);
  const upcoming = {
    currency: preview.currency,
    at: toMs(preview.created),
    total: preview.total,
    amountDue: preview.amount_due,
    startingBalance: preview.starting_balance,
    lines: shown.filter(({ isProration }) => !isProration),
    prorations: shown.filter(({ isProration }) => isProration),
  };
  const { overage } = throwReceipt(await getOrganization(env, id).getUsageOverview());
  return { upcoming, projected: projectBill(account, upcoming, overage.calls) };
}
