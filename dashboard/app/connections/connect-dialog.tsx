import { Dialog, DialogActions } from "#components/dialog.tsx";
import { TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import type { Connector } from "./connection.ts";
import { blameSecret, CredentialFields } from "./credential-fields.tsx";
import { CredentialSteps } from "./credential-steps.tsx";

export function ConnectDialog({ connector }: { connector: Connector }) {
  const { name, title } = connector;
  return (
    <Dialog title={`Connect ${title}`} closeTo="../connections">
      <CredentialSteps connector={connector} />
      <ActionForm intent="connect" about={name} fieldByCode={blameSecret(connector)} className="grid gap-5">
        <CredentialFields connector={connector} />
        <TextField
          name="name"
          label="Name (optional)"
          hint="Tells several accounts apart, such as Coast and City."
          maxLength={100}
          autoComplete="off"
        />
        <DialogActions>
          <SubmitButton busy={`Asking ${title}…`}>Connect</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
