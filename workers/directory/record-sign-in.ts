import type { BetterAuthPlugin } from "better-auth";
import { createAuthMiddleware, getSessionFromCtx, isAPIError } from "better-auth/api";
import { z } from "zod";
import { readAddressChange } from "./address-change.ts";

export type SignInAction =
  | "sign_in"
  | "sign_out"
  | "account/update"
  | "account/change_password"
  | "account/reset_password"
  | "account/change_email"
  | "account/enable_second_factor"
  | "account/disable_second_factor"
  | "account/renew_backup_codes"
  | "account/link_provider"
  | "account/unlink_provider"
  | "account/revoke_sessions";

export interface SignInEvent {
  userId: string;
  action: SignInAction;
  ip: string | null;
  userAgent: string | null;
}

/** Where a session begins, whatever session there was before. */
const openings = ["/sign-in/email", "/callback/:id", "/magic-link/verify"];

/** Where a session begins, unless the same person had one already: then this confirms a change to the account. */
const confirmations = ["/verify-email", "/two-factor/verify-totp", "/two-factor/verify-backup-code"];

const changes: Record<string, SignInAction> = {
  "/change-password": "account/change_password",
  "/two-factor/disable": "account/disable_second_factor",
  "/two-factor/generate-backup-codes": "account/renew_backup_codes",
  "/unlink-account": "account/unlink_provider",
  "/update-user": "account/update",
  "/sign-out": "sign_out",
  "/revoke-session": "account/revoke_sessions",
  "/revoke-sessions": "account/revoke_sessions",
  "/revoke-other-sessions": "account/revoke_sessions",
};

const Query = z.object({ token: z.string() });

export type RecordSignIn = (event: SignInEvent) => Promise<void>;

/** An event of this person's, with where the request came from. */
export function toSignInEvent(userId: string, action: SignInAction, headers?: Headers): SignInEvent {
  const ip = headers?.get("cf-connecting-ip") ?? null;
  const userAgent = headers?.get("user-agent") ?? null;
  return { userId, action, ip, userAgent };
}

/** Goes last in the list of plugins: a session that still waits for its second factor is gone by then. */
export function watchAccounts(react: (event: SignInEvent) => Promise<void>) {
  return {
    id: "watch-accounts",
    init: () => ({
      options: {
        databaseHooks: {
          account: {
            create: {
              after: async ({ userId, providerId }, context) => {
                if (providerId === "credential" || context === null) return;
                // The first one is how the person came.
                const ways = await context.context.internalAdapter.findAccounts(userId);
                if (ways.length > 1)
                  await react(toSignInEvent(userId, "account/link_provider", context.headers));
              },
            },
          },
          user: {
            update: {
              after: async (user, context) => {
                const action = toUserAction(context?.path, context?.query, user.twoFactorEnabled === true);
                if (action !== null) await react(toSignInEvent(user.id, action, context?.headers));
              },
            },
          },
        },
      },
    }),
    hooks: {
      before: [
        {
          // Read now: the session that asks may be among those that end.
          matcher: ({ path }) => path !== undefined && (path in changes || confirmations.includes(path)),
          handler: createAuthMiddleware(async (ctx) => {
            await getSessionFromCtx(ctx);
          }),
        },
      ],
      after: [
        {
          matcher: () => true,
          handler: createAuthMiddleware(async ({ path, headers, context }) => {
            const done = toDone(path, context);
            if (done !== null) await react(toSignInEvent(done.userId, done.action, headers));
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

interface Outcome {
  session: { user: { id: string } } | null;
  newSession: { user: { id: string } } | null;
  returned?: unknown;
}

/** What a request came to, as far as its path and the sessions around it say. */
function toDone(path: string, { session, newSession, returned }: Outcome) {
  const before = session?.user.id;
  const after = newSession?.user.id;
  const isOpening = openings.includes(path) || (confirmations.includes(path) && before !== after);
  if (isOpening && after !== undefined) return { userId: after, action: "sign_in" as const };
  const action = changes[path];
  if (action === undefined || before === undefined || isAPIError(returned)) return null;
  return { userId: before, action };
}

/** What an update of a person is, where the path alone does not say. */
function toUserAction(
  path: string | undefined,
  query: unknown,
  hasSecondFactor: boolean,
): SignInAction | null {
  if (path === "/two-factor/verify-totp" && hasSecondFactor) return "account/enable_second_factor";
  if (path !== "/verify-email") return null;
  const token = Query.safeParse(query).data?.token ?? "";
  return readAddressChange(token) === null ? null : "account/change_email";
}
