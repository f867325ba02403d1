import { betterAuth } from "better-auth/minimal";
import { magicLink } from "better-auth/plugins/magic-link";
import { createAccountMail } from "./account-mail.ts";
import { toAuthDatabase } from "./auth-database.ts";
import type { AuthOptions } from "./auth-options.ts";
import { guardAddressChange } from "./guard-address-change.ts";
import { logAuth } from "./log-auth.ts";
import { Name } from "./name.ts";
import { signInRecorder, tryToRecord } from "./record-sign-in.ts";
import { secondFactor } from "./second-factor.ts";
import { providerSignIn } from "./sign-in-providers.ts";
import { checkUserFields } from "./user-fields.ts";

export type Auth = ReturnType<typeof createAuth>;

/** Users and sessions. No answer here tells whether an address is known. */
export function createAuth(options: AuthOptions) {
  const { db, dashboardUrl, recordSignIn } = options;
  const mail = createAccountMail(options);
  return betterAuth({
    appName: "Latchkey",
    baseURL: dashboardUrl,
    basePath: "/api/v1/auth",
    secrets: options.secrets,
    trustedOrigins: [dashboardUrl],
    database: toAuthDatabase(db),
    advanced: {
      cookiePrefix: "latchkey",
      database: { generateId: () => crypto.randomUUID() },
      // Only the dashboard's binding leads here, and it passes on the address that Cloudflare saw.
      ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
      backgroundTasks: { handler: options.defer },
    },
    session: {
      expiresIn: 7 * 24 * 60 * 60,
      updateAge: 24 * 60 * 60,
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
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: mail.resetPassword,
      onExistingUserSignUp: mail.noteExistingAccount,
      onPasswordReset: ({ user: { id: userId } }, request) =>
        tryToRecord(recordSignIn, { userId, action: "account/reset_password", headers: request?.headers }),
    },
    emailVerification: {
      sendOnSignUp: true,
      autoSignInAfterVerification: true,
      afterEmailVerification: ({ id }) => options.createFirstOrganization(id),
      sendVerificationEmail: mail.confirm,
    },
    // We never act at a provider for anybody, so what would let us is not kept.
    account: { updateAccountOnSignIn: false },
    databaseHooks: { account: { create: { before: dropTokens }, update: { before: dropTokens } } },
    // Where a provider sends people back to with `?error=`.
    onAPIError: { errorURL: `${dashboardUrl}/sign-in` },
    // Counted in D1 instead (limitSignIn), the same for all isolates.
    rateLimit: { enabled: false },
    logger: { level: "error", log: logAuth },
    hooks: {
      before: checkUserFields,
    },
    plugins: [
      secondFactor(dashboardUrl),
      magicLink({
        disableSignUp: true,
        storeToken: "hashed",
        sendMagicLink: mail.magicLink,
      }),
      providerSignIn(options.providers),
      guardAddressChange({ db, note: mail.noteAddressChange }),
      signInRecorder(recordSignIn),
    ],
  });
}

const noTokens = { accessToken: null, refreshToken: null, idToken: null };
const dropTokens = async () => ({ data: noTokens });
