import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware, getOAuthState, getSessionFromCtx } from "better-auth/api";
import { twoFactor } from "better-auth/plugins/two-factor";
import { z } from "zod";
import { isWithinRate } from "./consume-rate.ts";

/** better-auth asks for the code after a password only; whoever turned it on means every way in. */
const otherWaysIn = ["/callback/:id", "/magic-link/verify"];

/** From the first moment to the last a code of the app is good for a minute and a half. */
const ONCE = { requests: 1, seconds: 120 };

/** How an endpoint is called so that it throws its refusals; as a response it would return them. */
const thrown = { method: "POST", asResponse: false } as const;

const Demand = z.object({ twoFactorRedirect: z.literal(true) });
const LinkQuery = z.object({ callbackURL: z.string() });
const AppCode = z.string().regex(/^\d{6}$/);

export type AuthContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0];
/** Throws unless the code, of the app or a backup code, is the signed-in person's. It does not work again. */
export type SpendCode = (ctx: AuthContext, userId: string, code: string) => Promise<void>;

/** Codes from an authenticator app, and backup codes. */
export function secondFactor(db: D1Database, dashboardUrl: string) {
  const plugin = twoFactor({
    issuer: "Latchkey",
    // `requireProof` asks those without a password for something else.
    allowPasswordless: true,
    // Guessing is limited per account and network; this only ends what comes from everywhere at once.
    accountLockout: { maxFailedAttempts: 100 },
  });

  const matcher = ({ path }: { path?: string }) => path !== undefined && otherWaysIn.includes(path);
  const askToo = plugin.hooks.after.map(({ handler }) => ({ matcher, handler }));
  const leadToCode = createAuthMiddleware(async (ctx) => {
    if (!Demand.safeParse(ctx.context.returned).success) return;
    const to = await findReturnPath(ctx, dashboardUrl);
    const search = new URLSearchParams({ step: "code", ...(to !== "/" && { to }) });
    throw ctx.redirect(`${dashboardUrl}/sign-in?${search}`);
  });

  /** better-auth takes a code as often as it comes while its time lasts. */
  async function claimCode(userId: string, code: string): Promise<void> {
    // By the platform's time, as the code itself.
    if (await isWithinRate(db, `code/${userId}/${code}`, ONCE, Date.now())) return;
    throw new APIError("UNAUTHORIZED", { code: "INVALID_CODE" });
  }

  const claim = createAuthMiddleware(async (ctx) => {
    const code = AppCode.safeParse(ctx.body?.code).data;
    const userId = await findWhoGivesCode(ctx);
    if (code !== undefined && userId !== null) await claimCode(userId, code);
  });

  const spendCode: SpendCode = async (ctx, userId, code) => {
    if (AppCode.safeParse(code).success) {
      await claimCode(userId, code);
      await plugin.endpoints.verifyTOTP({ ...ctx, ...thrown, body: { code } });
    } else {
      await plugin.endpoints.verifyBackupCode({ ...ctx, ...thrown, body: { code, disableSession: true } });
    }
  };

  const before = [
    { matcher: ({ path }: { path?: string }) => path === "/two-factor/verify-totp", handler: claim },
  ];
  const after = [...plugin.hooks.after, ...askToo, { matcher, handler: leadToCode }];
  return {
    plugin: { ...plugin, hooks: { before, after } } satisfies BetterAuthPlugin,
    spendCode,
  };
}

/** Whoever is signed in, or has shown a first factor and waits for the second. */
async function findWhoGivesCode(ctx: AuthContext): Promise<string | null> {
  const session = await getSessionFromCtx(ctx);
  if (session !== null) return session.user.id;
  const { name } = ctx.context.createAuthCookie("two_factor");
  const waiting = await ctx.getSignedCookie(name, ctx.context.secret);
  if (!waiting) return null;
  return (await ctx.context.internalAdapter.findVerificationValue(waiting))?.value ?? null;
}

/** Where a link or a provider was to lead. That it is an address of the dashboard was checked before. */
async function findReturnPath({ query }: AuthContext, dashboardUrl: string): Promise<string> {
  const link = LinkQuery.safeParse(query).data ?? (await getOAuthState());
  const { pathname, search } = new URL(link?.callbackURL ?? "/", dashboardUrl);
  return pathname + search;
}
