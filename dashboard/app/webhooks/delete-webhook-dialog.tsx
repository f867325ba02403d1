import { Dialog, DialogActions } from "#components/dialog.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import type { Webhook } from "./webhook-state.tsx";

export function DeleteWebhookDialog({ webhook: { id, url } }: { webhook: Webhook }) {
  const page = `../settings/webhooks/${id}`;
  return (
    <Dialog title="Delete this webhook?" closeTo={page}>
      <ActionForm intent="delete">
        <p className="text-sm/6 text-muted">
          <span className="font-mono wrap-anywhere">{url}</span> hears of nothing any more, and its log goes
          with it.
        </p>
        <DialogActions>
          <SubmitButton busy="Deleting…" variant="danger">
            Delete webhook
          </SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
