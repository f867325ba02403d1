import { connectStripe } from "#billing/create-stripe.ts";
import { type Put, setUpStripe } from "#billing/setup/set-up-stripe.ts";
import { readDevVars } from "./dev-vars.ts";
import { STRIPE_WEBHOOK_PATH, toStripeStandIn } from "./stripe-stand-in.ts";

/** Where a running `npm start` is, whose sandbox is set up unless a key says otherwise. */
const local = { API_URL: "http://127.0.0.1:8787", DASHBOARD_URL: "http://127.0.0.1:8788" };
const SANDBOX = "http://127.0.0.1:8789";

const names = ["STRIPE_SECRET_KEY", "STRIPE_URL", "API_URL", "DASHBOARD_URL"];
const given = {
  ...readDevVars(),
  ...Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
};
const isReal = given.STRIPE_SECRET_KEY !== undefined;
const { API_URL, DASHBOARD_URL, STRIPE_SECRET_KEY, STRIPE_URL }: Record<string, string | undefined> = {
  ...(isReal ? {} : local),
  ...toStripeStandIn(SANDBOX, given),
  ...given,
};
if (STRIPE_SECRET_KEY === undefined || API_URL === undefined || DASHBOARD_URL === undefined) {
  console.error(
    "Set API_URL and DASHBOARD_URL, the public addresses, beside STRIPE_SECRET_KEY: in the environment or in .dev.vars.",
  );
  process.exit(1);
}

const stripe = connectStripe({ secretKey: STRIPE_SECRET_KEY, url: STRIPE_URL });
const webhookUrl = `${API_URL}${STRIPE_WEBHOOK_PATH}`;
try {
  const puts = await setUpStripe(stripe, { webhookUrl, dashboardUrl: DASHBOARD_URL });
  for (const put of puts) console.log(describe(put));
} catch (thrown) {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  console.error(`${STRIPE_URL ?? "Stripe"} could not be set up: ${reason}`);
  process.exit(1);
}

function describe({ what, id, outcome, secret }: Put): string {
  const line = `${outcome.padEnd(8)}${what}  ${id}`;
  if (secret === undefined) return line;
  return `${line}\n\nSet STRIPE_WEBHOOK_SECRET to this. Stripe shows it only now:\n${secret}\n`;
}
