import type { BetterAuthPlugin } from "better-auth";
import { APIError, createAuthMiddleware, getSessionFromCtx } from "better-auth/api";
import { z } from "zod";
import type { AuthContext } from "./second-factor.ts";
import { findWeakness } from "./weak-password.ts";

const Form = z
  .object({
    email: z.string().default(""),
    token: z.string().optional(),
    password: z.string().optional(),
    newPassword: z.string().optional(),
  })
  .catch({ email: "" });
type Form = z.infer<typeof Form>;

/** Where a password is chosen, and whose it is to be. Only what the form or a token says, so that a refusal does not tell. */
const choices: Record<string, (ctx: AuthContext, form: Form) => Promise<string>> = {
  "/sign-up/email": async (_, { email }) => email,
  "/change-password": async (ctx) => (await getSessionFromCtx(ctx))?.user.email ?? "",
  "/reset-password": async ({ context: { internalAdapter }, query }, { token = query?.token }) => {
    const issued = await internalAdapter.findVerificationValue(`reset-password:${token}`);
    if (issued === null) return "";
    return (await internalAdapter.findUserById(issued.value))?.email ?? "";
  },
};

/** How long a password has to be is better-auth's to check. */
export function refuseWeakPassword({ min, max }: { min: number; max: number }) {
  return {
    id: "refuse-weak-password",
    hooks: {
      before: [
        {
          matcher: ({ path }) => path !== undefined && path in choices,
          handler: createAuthMiddleware(async (ctx) => {
            const form = Form.parse(ctx.body);
            const password = form.newPassword ?? form.password ?? "";
            if (password.length < min || password.length > max) return;
            const email = (await choices[ctx.path]?.(ctx, form)) ?? "";
            const weakness = findWeakness(password, email);
            if (weakness === null) return;
            throw new APIError("BAD_REQUEST", { code: "INVALID_REQUEST", message: `password: ${weakness}.` });
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin;
}
