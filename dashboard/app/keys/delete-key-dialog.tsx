import { Dialog, DialogActions } from "#components/dialog.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import type { ApiKey } from "./api-key.ts";

export function DeleteKeyDialog({ apiKey: { id, masked, name } }: { apiKey: ApiKey }) {
  return (
    <Dialog title={`Delete ${name}?`} closeTo="../keys">
      <ActionForm intent="delete" about={id}>
        <p className="text-sm/6 text-muted">
          <code className="font-mono text-key">{masked}</code> answers 401 from its next request on. Whatever
          uses it stops working. This cannot be taken back.
        </p>
        <DialogActions>
          <SubmitButton busy="Deleting…" variant="danger">
            Delete key
          </SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
