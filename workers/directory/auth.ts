import { betterAuth } from "better-auth/minimal";
import { magicLink } from "better-auth/plugins/magic-link";
import { Name } from "#lib/name.ts";
import { createAccountMail } from "./account-mail.ts";
import { toAuthDatabase } from "./auth-database.ts";
import type { AuthOptions } from "./auth-options.ts";
import { toCookieOptions } from "./cookies.ts";
import { guardAddressChange } from "./guard-address-change.ts";
import { logAuth } from "./log-auth.ts";
import { reactToAccountEvent } from "./react-to-account-event.ts";
import { toSignInEvent, watchAccounts } from "./record-sign-in.ts";
import { refuseWeakPassword } from "./refuse-weak-password.ts";
import { dropForeignPassword, replaceUnconfirmed } from "./replace-unconfirmed.ts";
import { requireProof } from "./require-proof.ts";
import { secondFactor } from "./second-factor.ts";
import { providerSignIn } from "./sign-in-providers.ts";
import { checkUserFields } from "./user-fields.ts";

export type Auth = ReturnType<typeof createAuth>;

const passwordLength = { min: 10, max: 128 };

/** Users and sessions. No answer here tells whether an address is known. */
export function createAuth(options: AuthOptions) {
  const { db, dashboardUrl } = options;
  const mail = createAccountMail(options);
  const react = reactToAccountEvent(options, mail);
  const factor = secondFactor(db, dashboardUrl);
  return betterAuth({
    appName: "Latchkey",
    baseURL: dashboardUrl,
    basePath: "/api/v1/auth",
    secrets: options.secrets,
    trustedOrigins: [dashboardUrl],
    database: toAuthDatabase(db),
    advanced: {
      ...toCookieOptions(dashboardUrl),
      database: { generateId: () => crypto.randomUUID() },
      // Only the dashboard's binding leads here, and it passes on the address that Cloudflare saw.
      ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
      backgroundTasks: { handler: options.defer },
    },
    session: {
      expiresIn: 7 * 24 * 60 * 60,
      updateAge: 24 * 60 * 60,
      // `requireProof` asks for more than a young session where it matters, and lists need none.
      freshAge: 0,
      additionalFields: { activeOrganizationId: { type: "string", required: false, input: false } },
    },
    user: {
      changeEmail: { enabled: true },
      additionalFields: {
        organizationName: {
          type: "string",
          required: false,
          returned: false,
          validator: { input: Name },
        },
      },
    },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: mail.resetPassword,
      onExistingUserSignUp: mail.noteExistingAccount,
      onPasswordReset: ({ user: { id: userId } }, request) =>
        react(toSignInEvent(userId, "account/reset_password", request?.headers)),
    },
    emailVerification: {
      sendOnSignUp: true,
      autoSignInAfterVerification: true,
      beforeEmailVerification: (user, request) => dropForeignPassword(db, user, request?.headers),
      afterEmailVerification: ({ id }) => options.createFirstOrganization(id),
      sendVerificationEmail: mail.confirm,
    },
    // We never act at a provider for anybody, so what would let us is not kept.
    account: { updateAccountOnSignIn: false },
    databaseHooks: {
      account: { create: { before: dropTokens }, update: { before: dropTokens } },
      session: { create: { before: cutUserAgent } },
    },
    // Where a provider sends people back to with `?error=`.
    onAPIError: { errorURL: `${dashboardUrl}/sign-in` },
    // Counted in D1 instead (limitSignIn), the same for all isolates.
    rateLimit: { enabled: false },
    logger: { level: "error", log: logAuth },
    hooks: {
      before: checkUserFields,
    },
    plugins: [
      factor.plugin,
      requireProof(factor.spendCode),
      magicLink({
        disableSignUp: true,
        storeToken: "hashed",
        sendMagicLink: mail.magicLink,
      }),
      providerSignIn(options.providers),
      guardAddressChange({ db, dashboardUrl, note: mail.noteAddressChange }),
      refuseWeakPassword(passwordLength),
      replaceUnconfirmed(db),
      watchAccounts(react),
    ],
  });
}

const noTokens = { accessToken: null, refreshToken: null, idToken: null };
const dropTokens = async () => ({ data: noTokens });

const MAX_USER_AGENT = 300;
const cutUserAgent = async ({ userAgent }: { userAgent?: string | null }) => ({
  data: { userAgent: userAgent?.slice(0, MAX_USER_AGENT) },
});
