import { createMiddleware } from "hono/factory";
import type { StripeEnv } from "../router.ts";
import { readCall } from "../wire/read-call.ts";
import { contract } from "./contract.ts";
import { violationsOf } from "./validate.ts";

/** Tells the tests' client what of the answer, or of the request that was accepted, is not as the contract has it. */
export const violationsHeader = "Sandbox-Contract-Violations";

/** Compares each request and its answer with the contract. Requests of another version than its own are let pass. */
export const watchContract = createMiddleware<StripeEnv>(async (c, next) => {
  await next();
  const { method, path } = c.req;
  if ((c.req.header("Stripe-Version") ?? contract.apiVersion) !== contract.apiVersion) return;
  if (!path.startsWith("/v1/") || path.startsWith(pagesPath)) return;
  const { status } = c.res;
  const body = toJson(await c.res.clone().text());
  const params = status < 400 ? (await readCall(c)).params : {};
  const violations = violationsOf({ method, path, params }, { status, body });
  if (violations.length === 0) return;
  c.env.world.stripe.violations.add({ method, path, status, violations });
  c.res.headers.set(violationsHeader, encodeURIComponent(violations.join("\n").slice(0, 2_000)));
});

/** What Stripe's own checkout page calls, and its CLI in place of the page. The SDK knows nothing of it. */
const pagesPath = "/v1/payment_pages/";

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
