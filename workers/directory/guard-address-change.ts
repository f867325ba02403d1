import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from "better-auth/api";
import { z } from "zod";
import { isTaken } from "./is-taken.ts";

const Body = z.object({ newEmail: z.email() });

interface AddressChangeOptions {
  db: D1Database;
  /** Tells the present address that a change was asked for. */
  note(user: { name: string; email: string }, newAddress: string): Promise<void>;
}

/** A taken address is treated as a free one: the notice goes out for both, and only the confirmation is missing. */
export function guardAddressChange({ db, note }: AddressChangeOptions) {
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
    hooks: {
      after: [
        {
          matcher: ({ path }) => path === "/change-email",
          handler: createAuthMiddleware(async (ctx) => {
            const session = await getSessionFromCtx(ctx);
            const newEmail = Body.safeParse(ctx.body).data?.newEmail;
            if (session === null || newEmail === undefined || isAPIError(ctx.context.returned)) return;
            await note(session.user, newEmail);
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
