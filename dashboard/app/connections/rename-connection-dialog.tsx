import { LinkButton } from "#components/button.tsx";
import { Dialog, DialogActions } from "#components/dialog.tsx";
import { TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import type { Connection } from "./connection.ts";

export function RenameConnectionDialog({ connection: { id, name } }: { connection: Connection }) {
  return (
    <Dialog title={`Rename ${name}`} closeTo="../connections">
      <ActionForm intent="rename" about={id}>
        <TextField
          name="name"
          label="Name"
          hint="Where several accounts are connected, assistants tell them apart by this name."
          defaultValue={name}
          required
          maxLength={100}
          autoComplete="off"
          autoFocus
        />
        <DialogActions>
          <LinkButton to="../connections" preventScrollReset>
            Cancel
          </LinkButton>
          <SubmitButton busy="Saving…">Save</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
