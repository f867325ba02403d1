import { Dialog, DialogActions } from "#components/dialog.tsx";
import { TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { RoleSelect } from "./role-select.tsx";

export function InviteDialog() {
  return (
    <Dialog title="Invite somebody" closeTo="../team">
      <ActionForm intent="invite" className="grid gap-5">
        <TextField
          name="email"
          type="email"
          label="E-mail address"
          hint="The invitation can be accepted with this address only."
          required
          maxLength={254}
          autoComplete="off"
          autoFocus
        />
        <RoleSelect defaultValue="member" />
        <DialogActions>
          <SubmitButton busy="Sending…">Send invitation</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
