import { randomBytes } from "node:crypto";
import type { BetterAuthPlugin } from "better-auth";
import {
  APIError,
  createAuthEndpoint,
  createAuthMiddleware,
  getSessionFromCtx,
  isAPIError,
} from "better-auth/api";
import { z } from "zod";
import { readAddressChange } from "./address-change.ts";
import { isTaken } from "./is-taken.ts";
import { findToken, keepToken } from "./kept-tokens.ts";
import { revokeIssued } from "./revoke-issued.ts";

const CANCEL = "/cancel-email-change";
const Body = z.object({ newEmail: z.email() });
const Token = z.object({ token: z.string() });

interface AddressChangeOptions {
  db: D1Database;
  dashboardUrl: string;
  /** Tells the present address that a change was asked for, with the link that stops it. */
  note(user: { name: string; email: string }, newAddress: string, url: string): Promise<void>;
}

/** A taken address is treated as a free one: the notice goes out for both, and only the confirmation is missing. */
export function guardAddressChange({ db, dashboardUrl, note }: AddressChangeOptions) {
  return {
    id: "guard-address-change",
    init: () => ({
      options: {
        databaseHooks: {
          user: {
            update: {
              // Somebody else may have taken it since the confirmation was sent.
              before: async ({ email }) => {
                if (email !== undefined && (await isTaken(db, email)))
                  throw new APIError("BAD_REQUEST", { code: "INVALID_TOKEN" });
              },
            },
          },
        },
      },
    }),
    endpoints: {
      cancelEmailChange: createAuthEndpoint(CANCEL, { method: "GET", query: Token }, async (ctx) => {
        const userId = await findToken(db, "keep-email", ctx.query.token);
        if (userId === null) throw ctx.redirect(`${dashboardUrl}/sign-in?error=INVALID_TOKEN`);
        await revokeIssued(db, userId);
        throw ctx.redirect(`${dashboardUrl}/sign-in?notice=address-kept`);
      }),
    },
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === "/verify-email",
          handler: createAuthMiddleware(async (ctx) => {
            const token = Token.safeParse(ctx.query).data?.token ?? "";
            if (readAddressChange(token) === null) return;
            if ((await findToken(db, "change-email", token)) !== null) return;
            // So that better-auth itself refuses it, as any other that is not valid.
            return { context: { query: { ...ctx.query, token: "taken back" } } };
          }),
        },
      ],
      after: [
        {
          matcher: ({ path }) => path === "/change-email",
          handler: createAuthMiddleware(async (ctx) => {
            const session = await getSessionFromCtx(ctx);
            const newEmail = Body.safeParse(ctx.body).data?.newEmail;
            if (session === null || newEmail === undefined || isAPIError(ctx.context.returned)) return;
            const token = randomBytes(24).toString("base64url");
            await keepToken(db, "keep-email", token, session.user.id);
            await note(session.user, newEmail, `${ctx.context.baseURL}${CANCEL}?token=${token}`);
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
