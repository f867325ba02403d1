/** Where the product takes Stripe's webhooks, below its address. */
export const STRIPE_WEBHOOK_PATH = "/webhooks/stripe";

/** Stripe as the sandbox plays it, until a real account is in the settings. */
export function toStripeStandIn(sandbox: string, vars: Record<string, string>): Record<string, string> {
  if (vars.STRIPE_SECRET_KEY !== undefined) return {};
  return {
    STRIPE_SECRET_KEY: "sk_test_latchkeysandbox",
    STRIPE_WEBHOOK_SECRET: "whsec_latchkeysandbox",
    STRIPE_URL: sandbox,
  };
}
