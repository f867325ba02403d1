import { LinkButton } from "#components/button.tsx";
import { Dialog, DialogActions } from "#components/dialog.tsx";
import { Select, TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { useMayChange } from "#keys/api-key.ts";
import type { Choices } from "./client.ts";
import { KeySelect } from "./key-select.tsx";

export function NewClientDialog({ clients, keys: all }: Choices) {
  const keys = all.filter(useMayChange());
  if (keys.length === 0) {
    return (
      <Dialog title="Add a client" closeTo="../clients">
        <p className="text-sm/6 text-muted">A client needs an API key, and you have none yet.</p>
        <DialogActions>
          <LinkButton to="../keys?dialog=new" variant="primary">
            Generate new API key
          </LinkButton>
        </DialogActions>
      </Dialog>
    );
  }
  return (
    <Dialog title="Add a client" closeTo="../clients">
      <ActionForm intent="create" className="grid gap-5">
        <TextField
          name="name"
          label="Name"
          hint="Whose or where it is, such as Ann's laptop."
          required
          maxLength={100}
          autoComplete="off"
          autoFocus
        />
        <Select name="client" label="Client">
          {clients.map(({ client, title }) => (
            <option key={client} value={client}>
              {title}
            </option>
          ))}
        </Select>
        <KeySelect keys={keys} />
        <DialogActions>
          <SubmitButton busy="Adding…">Add client</SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
