import { Dialog, DialogActions } from "#components/dialog.tsx";
import { Check } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { PasswordField } from "#components/password-field.tsx";

export function ChangePasswordDialog() {
  return (
    <Dialog title="Change password" closeTo="/account/security">
      <ActionForm
        intent="changePassword"
        fieldByCode={{ invalid_credentials: "currentPassword" }}
        className="grid gap-5"
      >
        <PasswordField
          name="currentPassword"
          label="Current password"
          autoComplete="current-password"
          autoFocus
        />
        <PasswordField label="New password" hint="At least 10 characters." autoComplete="new-password" />
        <Check
          name="revokeOtherSessions"
          label="Sign out everywhere else"
          hint="Browsers that know the old password stay out."
          defaultChecked
        />
        <DialogActions>
          <SubmitButton busy="Saving…">Change password</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
