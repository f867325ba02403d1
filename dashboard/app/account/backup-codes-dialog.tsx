import { Dialog, DialogActions } from "#components/dialog.tsx";
import { BackupCodes } from "./backup-codes.tsx";

export function BackupCodesDialog({ codes }: { codes: string[] }) {
  return (
    <Dialog title="Your new backup codes" closeTo="/account/security">
      <p className="mb-4 text-sm/6 text-muted">
        Each lets you in once when you do not have your app. They are not shown again.
      </p>
      <BackupCodes codes={codes} />
      <DialogActions close="Done" />
    </Dialog>
  );
}
