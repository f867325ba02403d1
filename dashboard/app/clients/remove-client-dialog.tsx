import { Dialog, DialogActions } from "#components/dialog.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import type { Client } from "./client.ts";

export function RemoveClientDialog({ client: { id, name } }: { client: Client }) {
  return (
    <Dialog title={`Remove ${name}?`} closeTo="../clients">
      <ActionForm intent="remove" about={id}>
        <p className="text-sm/6 text-muted">
          It is no longer listed here. Its key goes on working; to stop the assistant, delete the key.
        </p>
        <DialogActions>
          <SubmitButton busy="Removing…" variant="danger">
            Remove client
          </SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
