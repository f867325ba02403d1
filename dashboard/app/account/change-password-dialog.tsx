import { LinkButton } from "#components/button.tsx";
import { Dialog, DialogActions } from "#components/dialog.tsx";
import { Check, TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";

export function ChangePasswordDialog() {
  return (
    <Dialog title="Change password" closeTo="/account/security">
      <ActionForm
        intent="changePassword"
        fieldByCode={{ invalid_credentials: "currentPassword" }}
        className="grid gap-5"
      >
        <TextField
          name="currentPassword"
          type="password"
          label="Present password"
          required
          autoComplete="current-password"
          autoFocus
        />
        <TextField
          name="password"
          type="password"
          label="New password"
          hint="10 characters or more."
          required
          minLength={10}
          maxLength={128}
          autoComplete="new-password"
        />
        <Check
          name="revokeOtherSessions"
          label="Sign out everywhere else"
          hint="Browsers that know the old password stay out."
          defaultChecked
        />
        <DialogActions>
          <LinkButton to="/account/security" preventScrollReset>
            Cancel
          </LinkButton>
          <SubmitButton busy="Saving…">Change password</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
