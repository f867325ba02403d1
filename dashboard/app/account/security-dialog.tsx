import { useActionData, useSearchParams } from "@remix-run/react";
import { useState } from "react";
import { useFailure } from "#components/form.tsx";
import type { action } from "#routes/account.security.tsx";
import { useAccount } from "./account.ts";
import { BackupCodesDialog } from "./backup-codes-dialog.tsx";
import { ChangePasswordDialog } from "./change-password-dialog.tsx";
import { ConfirmSecondFactorDialog } from "./confirm-second-factor-dialog.tsx";
import { ProofDialog } from "./proof-dialog.tsx";

/** The one that the address or the last form opens, if any. */
export function SecurityDialog() {
  const { hasPassword, hasTwoFactor } = useAccount().user;
  const result = useActionData<typeof action>();
  const dialog = useSearchParams()[0].get("dialog");
  const isCodeWrong = useFailure("confirm") !== null;
  const made = result && "enabled" in result ? result.enabled : null;
  // A wrong code brings its form back, and the API does not say again what it said once.
  const [enabled, setEnabled] = useState(made);
  if (made !== null && made !== enabled) setEnabled(made);

  if (made !== null || isCodeWrong) return <ConfirmSecondFactorDialog enabled={enabled} />;
  if (result && "backupCodes" in result) return <BackupCodesDialog codes={result.backupCodes} />;
  if (dialog === "password" && hasPassword) return <ChangePasswordDialog />;
  if (dialog === "turn-on" && !hasTwoFactor) {
    return (
      <ProofDialog intent="enable" title="Turn on the second factor" submit="Continue">
        You need an authenticator app. Many password managers are one too.
      </ProofDialog>
    );
  }
  if (dialog === "backup-codes" && hasTwoFactor) {
    return (
      <ProofDialog intent="renewBackupCodes" title="Make new backup codes" submit="Make new codes">
        The codes that you have now stop working.
      </ProofDialog>
    );
  }
  if (dialog === "turn-off" && hasTwoFactor) {
    return (
      <ProofDialog intent="disable" title="Turn off the second factor?" submit="Turn off" variant="danger">
        Signing in takes no code then. Organizations that ask for a second factor are closed to you until it
        is on again.
      </ProofDialog>
    );
  }
  return null;
}
