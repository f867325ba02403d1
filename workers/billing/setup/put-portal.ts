import type Stripe from "stripe";
import type { Put } from "./set-up-stripe.ts";

/** How ours is known among the account's configurations. */
const MARK = { latchkey: "portal" } as const;

/** Cards, address and invoices only: whatever changes the subscription goes through Latchkey, which counts and warns. */
const features = {
  payment_method_update: { enabled: true },
  invoice_history: { enabled: true },
  customer_update: { enabled: true, allowed_updates: ["address", "email", "tax_id"] },
  subscription_cancel: { enabled: false },
  subscription_update: { enabled: false },
} satisfies Stripe.BillingPortal.ConfigurationCreateParams.Features;

export async function putPortal(stripe: Stripe, dashboardUrl: string): Promise<Put> {
  const what = "portal configuration";
  const settings = { features, default_return_url: dashboardUrl };
  const found = await findPortal(stripe);
  if (found === null) {
    const { id } = await stripe.billingPortal.configurations.create({ ...settings, metadata: MARK });
    return { what, id, outcome: "made" };
  }
  if (isAs(found, dashboardUrl)) return { what, id: found.id, outcome: "kept" };
  await stripe.billingPortal.configurations.update(found.id, settings);
  return { what, id: found.id, outcome: "changed" };
}

/** The configuration that sessions of Stripe's portal are made with. */
export async function findPortal(stripe: Stripe): Promise<Stripe.BillingPortal.Configuration | null> {
  for await (const configuration of stripe.billingPortal.configurations.list({ active: true, limit: 100 })) {
    if (configuration.metadata?.latchkey === MARK.latchkey) return configuration;
  }
  return null;
}

function isAs(
  { features: found, default_return_url }: Stripe.BillingPortal.Configuration,
  url: string,
): boolean {
  return (
    default_return_url === url &&
    found.payment_method_update.enabled &&
    found.invoice_history.enabled &&
    found.customer_update.enabled &&
    !found.subscription_cancel.enabled &&
    !found.subscription_update.enabled
  );
}
