import { Dialog, DialogActions } from "#components/dialog.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import type { Connection, Connector } from "./connection.ts";
import { blameSecret, CredentialFields } from "./credential-fields.tsx";

export function RotateCredentialDialog({
  connection: { accountLabel, id, name },
  connector,
}: {
  connection: Connection;
  connector: Connector;
}) {
  return (
    <Dialog title={`Rotate the credential of ${name}`} closeTo="../connections">
      <ActionForm intent="rotate" about={id} fieldByCode={blameSecret(connector)} className="grid gap-5">
        <p className="text-sm/6 text-muted">
          Make a new credential for account {accountLabel} in {connector.title} and put it here. The old one
          stays at work until the new one is accepted.
        </p>
        <CredentialFields connector={connector} />
        <DialogActions>
          <SubmitButton busy={`Asking ${connector.title}…`}>Replace credential</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
