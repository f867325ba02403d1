import { Dialog, DialogActions } from "#components/dialog.tsx";
import { TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { useMayChange } from "#keys/api-key.ts";
import type { Choices, Client } from "./client.ts";
import { KeySelect } from "./key-select.tsx";

export function EditClientDialog({
  client: { id, key, keyName, maskedKey, name },
  keys,
}: { client: Client } & Pick<Choices, "keys">) {
  const mayChange = useMayChange();
  return (
    <Dialog title={`Change ${name}`} closeTo="../clients">
      <ActionForm intent="update" about={id} className="grid gap-5">
        <TextField name="name" label="Name" defaultValue={name} required maxLength={100} autoComplete="off" />
        <KeySelect
          keys={keys.filter((other) => other.id !== key && mayChange(other))}
          kept={`Keep ${keyName} (${maskedKey})`}
        />
        <p className="text-sm/6 text-muted">
          This changes what is noted here. The key itself has to be changed in the client.
        </p>
        <DialogActions>
          <SubmitButton busy="Saving…">Save</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
