import { Dialog, DialogActions } from "#components/dialog.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import type { Assistant } from "./assistant.ts";

export function RevokeDialog({ assistant: { clientName, id } }: { assistant: Assistant }) {
  return (
    <Dialog title={`Revoke ${clientName}?`} closeTo="../assistants">
      <ActionForm intent="revoke" about={id}>
        <p className="text-sm/6 text-muted">
          Its next request is refused with 401. Other members who use the same assistant keep theirs. Whoever
          wants it back connects it again.
        </p>
        <DialogActions>
          <SubmitButton busy="Revoking…" variant="danger">
            Revoke
          </SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
