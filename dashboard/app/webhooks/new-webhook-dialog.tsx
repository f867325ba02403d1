import { Dialog, DialogActions } from "#components/dialog.tsx";
import { Check, TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";

export function NewWebhookDialog({ types }: { types: string[] }) {
  return (
    <Dialog title="Add a webhook" closeTo="../webhooks">
      <ActionForm intent="create" className="grid gap-5">
        <TextField
          name="url"
          type="url"
          label="Address"
          hint="Of your service, with https. Requests are signed, so that it can tell ours from others'."
          placeholder="https://example.com/hooks/latchkey"
          required
          maxLength={2000}
          autoFocus
        />
        <fieldset className="grid gap-3">
          <legend className="mb-2 text-sm font-medium">Only these events</legend>
          {types.map((type) => (
            <Check key={type} name="events" value={type} label={type} />
          ))}
          <p className="text-sm text-muted">None ticked: all of them, also those to come.</p>
        </fieldset>
        <DialogActions>
          <SubmitButton busy="Adding…">Add webhook</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
