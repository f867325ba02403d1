import { Dialog, DialogActions } from "#components/dialog.tsx";
import { TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { useOrganization } from "#organization.ts";

export function DeleteOrganizationDialog() {
  const { name } = useOrganization().organization;
  return (
    <Dialog title={`Delete ${name}?`} closeTo="../settings/danger">
      <ActionForm intent="delete">
        <p className="mb-4 text-sm/6 text-muted">
          Every key answers 401 or 403 from its next request on, and the subscription ends without a refund.
          The data is kept for 30 days.
        </p>
        <TextField
          name="name"
          label={`Type ${name} to confirm`}
          required
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          autoFocus
        />
        <DialogActions>
          <SubmitButton busy="Deleting…" variant="danger">
            Delete organization
          </SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
