import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { z } from "zod";
import type { AuthContext, SpendCode } from "./second-factor.ts";

/** What a session alone must not do: each of these opens another way in, or closes one. */
const guarded = [
  "/change-email",
  "/link-social",
  "/unlink-account",
  "/two-factor/enable",
  "/two-factor/disable",
  "/two-factor/get-totp-uri",
  "/two-factor/generate-backup-codes",
];

const FRESH_MS = 10 * 60_000;
const MAX_PASSWORD = 128;

const Proof = z
  .object({ password: z.string().optional(), code: z.string().optional(), accountId: z.string().optional() })
  .catch({});

/**
 * Asks for the password of those who have one, for a code of those who have only a second factor, and for a session of
 * the last ten minutes of those who have neither.
 */
export function requireProof(spendCode: SpendCode) {
  return {
    id: "require-proof",
    hooks: {
      before: [
        {
          matcher: ({ path }) => path !== undefined && guarded.includes(path),
          handler: createAuthMiddleware(async (ctx) => {
            const found = await getSessionFromCtx(ctx);
            if (found === null) return;
            const { user, session } = found;
            const { password, code, accountId } = Proof.parse(ctx.body);
            const credential = await ctx.context.internalAdapter.findCredentialAccount(user.id);
            const hash = credential?.password ?? null;
            const hasSecondFactor = user.twoFactorEnabled === true;
            if (hash !== null) await assertPassword(ctx, hash, password);
            else if (hasSecondFactor) await spendCode(ctx, user.id, code ?? refuse("PROOF_REQUIRED"));
            else if (Date.now() - session.createdAt.getTime() > FRESH_MS) refuse("SESSION_NOT_FRESH");
            if (hasSecondFactor && credential !== null && accountId === credential.id)
              refuse("SECOND_FACTOR_IS_ON");
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}

async function assertPassword(ctx: AuthContext, hash: string, password?: string): Promise<void> {
  if (password === undefined) return refuse("PROOF_REQUIRED");
  const isRight = password.length <= MAX_PASSWORD && (await ctx.context.password.verify({ hash, password }));
  if (!isRight) refuse("INVALID_PASSWORD");
}

function refuse(code: string): never {
  throw new APIError("BAD_REQUEST", { code });
}
