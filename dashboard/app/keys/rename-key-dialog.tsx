import { LinkButton } from "#components/button.tsx";
import { Dialog, DialogActions } from "#components/dialog.tsx";
import { TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import type { ApiKey } from "./api-key.ts";

export function RenameKeyDialog({ apiKey: { id, name } }: { apiKey: ApiKey }) {
  return (
    <Dialog title={`Rename ${name}`} closeTo="../keys">
      <ActionForm intent="rename" about={id}>
        <TextField
          name="name"
          label="Name"
          defaultValue={name}
          required
          maxLength={100}
          autoComplete="off"
          autoFocus
        />
        <DialogActions>
          <LinkButton to="../keys" preventScrollReset>
            Cancel
          </LinkButton>
          <SubmitButton busy="Saving…">Save</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
