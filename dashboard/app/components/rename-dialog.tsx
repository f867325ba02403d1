import { Dialog, DialogActions } from "./dialog.tsx";
import { TextField } from "./field.tsx";
import { ActionForm, SubmitButton } from "./form.tsx";

/** Another name for what is called `name` now. */
export function RenameDialog({
  item: { id, name },
  hint,
  closeTo,
}: {
  item: { id: string; name: string };
  hint?: string;
  closeTo: string;
}) {
  return (
    <Dialog title={`Rename ${name}`} closeTo={closeTo}>
      <ActionForm intent="rename" about={id}>
        <TextField
          name="name"
          label="Name"
          hint={hint}
          defaultValue={name}
          required
          maxLength={100}
          autoComplete="off"
          autoFocus
        />
        <DialogActions>
          <SubmitButton busy="Saving…">Save</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
