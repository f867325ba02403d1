import { LinkButton } from "#components/button.tsx";
import { Dialog, DialogActions } from "#components/dialog.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { useOrganization } from "#organization.ts";

export function LeaveDialog() {
  const { name } = useOrganization().organization;
  return (
    <Dialog title={`Leave ${name}?`} closeTo="../settings/danger">
      <ActionForm intent="leave">
        <p className="text-sm/6 text-muted">The keys that you made or are bound to stop at once.</p>
        <DialogActions>
          <LinkButton to="../settings/danger" preventScrollReset>
            Cancel
          </LinkButton>
          <SubmitButton busy="Leaving…" variant="danger">
            Leave
          </SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
