import { createMiddleware } from "hono/factory";
import type { StripeEnv, StripeRequest } from "../router.ts";
import { readCall } from "../wire/read-call.ts";
import { contract } from "./contract.ts";
import { violationsOf } from "./validate.ts";
import { takeEventViolations } from "./watch-events.ts";

/** Tells the tests' client what of the answer, or of the request that was accepted, is not as the contract has it. */
export const violationsHeader = "Sandbox-Contract-Violations";

/** Compares each request, its answer and the events it causes with the contract. */
export const watchContract = createMiddleware<StripeEnv>(async (c, next) => {
  const { stripe } = c.env.world;
  const account = c.var.key && stripe.get(c.var.key.account);
  // What was told by hand meanwhile may be anything.
  if (account) takeEventViolations(account.db);
  await next();
  const violations = [...(await violationsOfCall(c)), ...(account ? takeEventViolations(account.db) : [])];
  if (violations.length === 0) return;
  const { method, path } = c.req;
  stripe.violations.add({ method, path, status: c.res.status, violations });
  c.res.headers.set(violationsHeader, encodeURIComponent(violations.join("\n").slice(0, 2_000)));
});

/** A request of another version than the contract's is let pass. */
async function violationsOfCall(c: StripeRequest): Promise<string[]> {
  const { method, path } = c.req;
  if ((c.req.header("Stripe-Version") ?? contract.apiVersion) !== contract.apiVersion) return [];
  if (!path.startsWith("/v1/") || path.startsWith(pagesPath)) return [];
  const { status } = c.res;
  const body = toJson(await c.res.clone().text());
  const params = status < 400 ? (await readCall(c)).params : {};
  return violationsOf({ method, path, params }, { status, body });
}

/** What Stripe's own checkout page calls, and its CLI in place of the page. The SDK knows nothing of it. */
const pagesPath = "/v1/payment_pages/";

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
