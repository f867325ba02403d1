import { Dialog, DialogActions } from "#components/dialog.tsx";
import { TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { ProofField, useProofRefusals } from "./proof-field.tsx";

export function ChangeEmailDialog() {
  return (
    <Dialog title="Change e-mail address" closeTo="/account">
      <ActionForm intent="changeEmail" fieldByCode={useProofRefusals()} className="grid gap-5">
        <TextField
          name="newEmail"
          type="email"
          label="New address"
          hint="It gets a link. The address changes when the link is opened; your present address is told at once."
          required
          maxLength={254}
          autoComplete="email"
          autoFocus
        />
        <ProofField />
        <DialogActions>
          <SubmitButton busy="Sending…">Send link</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
