import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { createAuthMiddleware } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { magicLink } from "better-auth/plugins/magic-link";
import { organization } from "better-auth/plugins/organization";
import { twoFactor } from "better-auth/plugins/two-factor";
import { drizzle } from "drizzle-orm/d1";
import { z } from "zod";
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
import { takeOrganizationName } from "./take-organization-name.ts";

const OrganizationName = z.string().trim().min(1).max(100);
const Left = z.object({ organizationId: OrgId, userId: z.string() });

interface AuthOptions {
  db: D1Database;
  /** Newest first: the first encrypts and signs, the others still decrypt. */
  secrets: { version: number; value: string }[];
  /** Public address of the dashboard: the only origin that people sign in from. */
  dashboardUrl: string;
  /** `key` is unique per message. */
  sendEmail(key: string, email: Email): Promise<void>;
  /** Brings a new organization's object to life. May be repeated. */
  provision(organization: { id: OrgId; name: string }): Promise<void>;
  /** Makes the organization that a new user asked for, now that the address is theirs. */
  createFirstOrganization(user: { id: string; organizationName: string }): Promise<void>;
  /** Takes a member's keys away in the organization's object. May be repeated. */
  revokeKeys(organization: OrgId, userId: string): Promise<void>;
  /** Keeps work going after the answer, so that its time does not tell who exists. */
  defer(work: Promise<unknown>): void;
}

export type Auth = ReturnType<typeof createAuth>;

/** Users and sessions. No answer here tells whether an address is known. */
export function createAuth({
  db,
  secrets,
  dashboardUrl,
  sendEmail,
  provision,
  createFirstOrganization,
  revokeKeys,
  defer,
}: AuthOptions) {
  const write = (to: string, content: EmailContent) => sendEmail(crypto.randomUUID(), { to, ...content });
  return betterAuth({
    appName: "Latchkey",
    baseURL: dashboardUrl,
    basePath: "/api/v1/auth",
    secrets,
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
    user: {
      changeEmail: { enabled: true },
      additionalFields: {
        organizationName: {
          type: "string",
          required: false,
          returned: false,
          validator: { input: OrganizationName },
        },
      },
    },
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
      afterEmailVerification: async ({ id }) => {
        const organizationName = await takeOrganizationName(db, id);
        if (organizationName !== null) await createFirstOrganization({ id, organizationName });
      },
      sendVerificationEmail: ({ user, url }) => write(user.email, verifyEmail({ name: user.name, url })),
    },
    hooks: {
      // Leaving has no hook of its own, and is refused to a last owner, so the keys go after it.
      after: createAuthMiddleware(async ({ path, context }) => {
        if (path !== "/organization/leave") return;
        const left = Left.safeParse(context.returned).data;
        if (left !== undefined) await revokeKeys(left.organizationId, left.userId);
      }),
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
          // What takes rights away acts in the object first: a crash in between leaves too little, never too much.
          beforeRemoveMember: ({ member }) => revokeKeys(OrgId.parse(member.organizationId), member.userId),
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
