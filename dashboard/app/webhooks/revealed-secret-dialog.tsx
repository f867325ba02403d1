import { Dialog, DialogActions } from "#components/dialog.tsx";
import { Secret } from "#components/secret.tsx";

export function RevealedSecretDialog({ secret, closeTo }: { secret: string; closeTo: string }) {
  return (
    <Dialog title="The signing secret" closeTo={closeTo}>
      <p className="mb-4 text-sm/6 text-muted">
        Your service checks with it that a request is ours. Copy it now: it is not shown again.
      </p>
      <Secret what="Signing secret" value={secret} />
      <DialogActions close="Done" />
    </Dialog>
  );
}
