import type { BetterAuthPlugin } from "better-auth";
import { createAuthMiddleware } from "better-auth/api";
import { twoFactor } from "better-auth/plugins/two-factor";
import { z } from "zod";

/** better-auth asks for the code after a password only; whoever turned it on means every way in. */
const otherWaysIn = ["/callback/:id", "/magic-link/verify"];

const Demand = z.object({ twoFactorRedirect: z.literal(true) });

/** Codes from an authenticator app, and backup codes. A password is asked for only of those who have one. */
export function secondFactor(dashboardUrl: string) {
  const plugin = twoFactor({ issuer: "Latchkey", allowPasswordless: true });
  const matcher = ({ path }: { path?: string }) => path !== undefined && otherWaysIn.includes(path);
  const askToo = plugin.hooks.after.map(({ handler }) => ({ matcher, handler }));
  const leadToCode = createAuthMiddleware(async (ctx) => {
    if (!Demand.safeParse(ctx.context.returned).success) return;
    throw ctx.redirect(`${dashboardUrl}/sign-in?step=code`);
  });
  const after = [...plugin.hooks.after, ...askToo, { matcher, handler: leadToCode }];
  return { ...plugin, hooks: { ...plugin.hooks, after } } satisfies BetterAuthPlugin;
}
