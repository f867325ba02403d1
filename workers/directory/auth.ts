import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { magicLink } from "better-auth/plugins/magic-link";
import { organization } from "better-auth/plugins/organization";
import { twoFactor } from "better-auth/plugins/two-factor";
import { drizzle } from "drizzle-orm/d1";
import { newId, OrgId } from "#ids.ts";
import type { Email, EmailContent } from "#notifications/email.ts";
import { existingAccount } from "#notifications/templates/existing-account.ts";
import { invitation } from "#notifications/templates/invitation.ts";
import { magicLink as magicLinkEmail } from "#notifications/templates/magic-link.ts";
import { resetPassword } from "#notifications/templates/reset-password.ts";
import { verifyEmail } from "#notifications/templates/verify-email.ts";
import { isVerified } from "./is-verified.ts";
import { accessControl, roles } from "./roles.ts";
import {
  accounts,
  invitations,
  members,
  organizations,
  sessions,
  twoFactors,
  users,
  verifications,
} from "./schema/index.ts";

interface AuthOptions {
  db: D1Database;
  /** 32 bytes or more, only for this. */
  secret: string;
  /** Public address of the dashboard: the only origin that people sign in from. */
  dashboardUrl: string;
  /** `key` is unique per message. */
  sendEmail(key: string, email: Email): Promise<void>;
  /** Brings a new organization's object to life. May be repeated. */
  provision(organization: { id: OrgId; name: string }): Promise<void>;
  /** Keeps work going after the answer, so that its time does not tell who exists. */
  defer(work: Promise<unknown>): void;
}

export type Auth = ReturnType<typeof createAuth>;

/** Users and sessions. No answer here tells whether an address is known. */
export function createAuth({ db, secret, dashboardUrl, sendEmail, provision, defer }: AuthOptions) {
  const write = (to: string, content: EmailContent) => sendEmail(crypto.randomUUID(), { to, ...content });
  return betterAuth({
    appName: "Latchkey",
    baseURL: dashboardUrl,
    basePath: "/api/v1/auth",
    secret,
    trustedOrigins: [dashboardUrl],
    database: drizzleAdapter(drizzle(db), {
      provider: "sqlite",
      schema: {
        user: users,
        session: sessions,
        account: accounts,
        verification: verifications,
        twoFactor: twoFactors,
        organization: organizations,
        member: members,
        invitation: invitations,
      },
    }),
    advanced: {
      cookiePrefix: "latchkey",
      database: {
        generateId: ({ model }) => (model === "organization" ? newId("org") : crypto.randomUUID()),
      },
      // Only the dashboard's binding leads here, and it passes on the address that Cloudflare saw.
      ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
      backgroundTasks: { handler: defer },
    },
    session: { expiresIn: 7 * 24 * 60 * 60, updateAge: 24 * 60 * 60 },
    user: { changeEmail: { enabled: true } },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, url }) => write(user.email, resetPassword({ name: user.name, url })),
      onExistingUserSignUp: ({ user }) =>
        write(user.email, existingAccount({ name: user.name, url: `${dashboardUrl}/sign-in` })),
    },
    emailVerification: {
      sendOnSignUp: true,
      autoSignInAfterVerification: true,
      sendVerificationEmail: ({ user, url }) => write(user.email, verifyEmail({ name: user.name, url })),
    },
    plugins: [
      organization({
        ac: accessControl,
        roles,
        creatorRole: "owner",
        invitationExpiresIn: 7 * 24 * 60 * 60,
        cancelPendingInvitationsOnReInvite: true,
        requireEmailVerificationOnInvitation: true,
        // Deleting keeps data for a while first, which is ours to do.
        disableOrganizationDeletion: true,
        schema: {
          organization: {
            additionalFields: {
              state: { type: "string", required: true, input: false, defaultValue: "provisioning" },
            },
          },
        },
        organizationHooks: {
          afterCreateOrganization: ({ organization: { id, name } }) =>
            provision({ id: OrgId.parse(id), name }),
        },
        sendInvitationEmail: ({ id, email, role, organization: { name }, inviter }) =>
          sendEmail(`invitation/${id}`, {
            to: email,
            ...invitation({
              inviter: inviter.user.name,
              organization: name,
              role,
              url: `${dashboardUrl}/accept-invitation/${id}`,
            }),
          }),
      }),
      twoFactor({ issuer: "Latchkey" }),
      magicLink({
        disableSignUp: true,
        storeToken: "hashed",
        // On an address nobody has confirmed, a link would drop the password of whoever chose it.
        sendMagicLink: async ({ email, url }) => {
          if (await isVerified(db, email)) await write(email, magicLinkEmail({ url }));
        },
      }),
    ],
  });
}
