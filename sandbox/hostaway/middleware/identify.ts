import { createMiddleware } from "hono/factory";
import type { HostawayContext, HostawayEnv } from "#sandbox/hostaway/context.ts";
import { bearerOf } from "./require-token.ts";

/** Finds out whose settings, limits and faults apply. Proof comes later, and only where it is needed. */
export const identify = createMiddleware<HostawayEnv>(async (c, next) => {
  const { accounts, settings } = c.env.world.hostaway;
  const claimed = await claimedAccount(c);
  const known = claimed !== undefined && accounts.findCredentials(claimed) ? claimed : null;
  c.set("claimedAccount", known);
  c.set("settings", settings.of(known ?? ""));
  await next();
});

async function claimedAccount(c: HostawayContext): Promise<string | undefined> {
  const token = bearerOf(c) ?? c.req.query("token");
  if (token) return c.env.world.hostaway.tokens.find(token)?.accountId;
  const isForm = c.req.header("Content-Type")?.startsWith("application/x-www-form-urlencoded");
  const clientId = isForm ? (await c.req.parseBody()).client_id : undefined;
  return typeof clientId === "string" ? clientId : undefined;
}
