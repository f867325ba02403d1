import { connectStripe } from "#billing/create-stripe.ts";
import { toLookupKey } from "#billing/prices.ts";
import { setUpStripe } from "#billing/setup/set-up-stripe.ts";
import { STRIPE_WEBHOOK_PATH, toStripeStandIn } from "#scripts/stripe-stand-in.ts";

const ROUNDS = 5;
const MONTH_SECONDS = 32 * 86_400;
const TIMEOUT_MS = 30_000;

interface Billing {
  api: string;
  sandbox: string;
  createBilled(): Promise<{ id: string; apiKey: string }>;
}

/** How long after Stripe has taken a payment as failed, or as made, calls are refused, or served again. */
export async function measureBilling({ api, sandbox, createBilled }: Billing) {
  const { STRIPE_SECRET_KEY: secretKey = "" } = toStripeStandIn(sandbox, {});
  const stripe = connectStripe({ secretKey, url: sandbox });
  await setUpStripe(stripe, { webhookUrl: `${api}${STRIPE_WEBHOOK_PATH}`, dashboardUrl: api });
  const { id: organization, apiKey } = await createBilled();
  let frozen_time = Math.floor(Date.now() / 1_000);
  const { id: clock } = await stripe.testHelpers.testClocks.create({ frozen_time });
  const { id: customer } = await stripe.customers.create({
    test_clock: clock,
    payment_method: "pm_card_visa",
    invoice_settings: { default_payment_method: "pm_card_visa" },
    metadata: { organization },
  });
  const lookup_keys = [toLookupKey({ plan: "starter", kind: "listing", interval: "month" })];
  const [price] = (await stripe.prices.list({ lookup_keys })).data;
  await stripe.subscriptions.create({ customer, items: [{ price: price?.id, quantity: 3 }] });
  await until(api, apiKey, 200);

  const rows: { round: number; suspended: number; restored: number }[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    await setCard(sandbox, customer, "declined");
    frozen_time += MONTH_SECONDS;
    await stripe.testHelpers.testClocks.advance(clock, { frozen_time });
    const suspended = await until(api, apiKey, 402);
    await setCard(sandbox, customer, null);
    const [open] = (await stripe.invoices.list({ customer, status: "open" })).data;
    await stripe.invoices.pay(open?.id ?? "");
    rows.push({ round, suspended, restored: await until(api, apiKey, 200) });
  }
  return rows;
}

/** The milliseconds until a call is answered so. */
async function until(api: string, apiKey: string, status: number): Promise<number> {
  const start = performance.now();
  for (;;) {
    const response = await fetch(`${api}/api/v1/tools/get_properties`, {
      method: "POST",
      headers: { "x-api-key": apiKey, "content-type": "application/json" },
      body: "{}",
    });
    await response.body?.cancel();
    const passed = Math.round(performance.now() - start);
    if (response.status === status) return passed;
    if (passed > TIMEOUT_MS) throw new Error(`Calls are answered with ${response.status}, not ${status}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function setCard(sandbox: string, customer: string, card: string | null): Promise<void> {
  const response = await fetch(`${sandbox}/control/stripe/customers/${customer}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ card }),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`The card could not be set: ${response.status}`);
}
