import type { ActionFunctionArgs, MetaFunction } from "@remix-run/cloudflare";
import { Enabled } from "#account/enabled.ts";
import { PasswordCard } from "#account/password-card.tsx";
import { SecondFactorCard } from "#account/second-factor-card.tsx";
import { SecurityDialog } from "#account/security-dialog.tsx";
import { toProof } from "#account/to-proof.server.ts";
import { toQrCode } from "#account/to-qr-code.server.ts";
import { openApi, read } from "#api.server.ts";
import { askAuth } from "#auth.server.ts";
import { getCode, getTyped, handleForm } from "#forms.server.ts";
import { redirectWithToast } from "#toast.server.ts";

export const meta: MetaFunction = () => [{ title: "Security · Latchkey" }];

const page = "/account/security";

export async function action(args: ActionFunctionArgs) {
  const { user } = await read(openApi(args).session.$get());
  return handleForm(args.request, {
    changePassword: async (form) => {
      const { headers } = await askAuth(args, "/change-password", {
        currentPassword: getTyped(form, "currentPassword"),
        newPassword: getTyped(form, "password"),
        revokeOtherSessions: form.has("revokeOtherSessions"),
      });
      return redirectWithToast(page, "Your password is changed.", headers);
    },
    requestPassword: async () => {
      const form = { email: user.email, redirectTo: "/new-password" };
      await askAuth(args, "/request-password-reset", form);
      return redirectWithToast(page, `Open the link that goes to ${user.email} now.`);
    },
    enable: async (form) => {
      const { body } = await askAuth(args, "/two-factor/enable", toProof(form));
      const enabled = Enabled.parse(body);
      return { enabled: { ...enabled, qrCode: toQrCode(enabled.totpURI) } };
    },
    confirm: async (form) => {
      const { headers } = await askAuth(args, "/two-factor/verify-totp", { code: getCode(form) });
      return redirectWithToast(page, "The second factor is on.", headers);
    },
    renewBackupCodes: async (form) => {
      const { body } = await askAuth(args, "/two-factor/generate-backup-codes", toProof(form));
      return { backupCodes: Enabled.shape.backupCodes.parse(Object(body).backupCodes) };
    },
    disable: async (form) => {
      const { headers } = await askAuth(args, "/two-factor/disable", toProof(form));
      return redirectWithToast(page, "The second factor is off.", headers);
    },
  });
}

export default function SecurityPage() {
  return (
    <div className="grid gap-6">
      <PasswordCard />
      <SecondFactorCard />
      <SecurityDialog />
    </div>
  );
}
