import { Dialog, DialogActions } from "#components/dialog.tsx";
import { Select, TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { useOrganization } from "#organization.ts";
import type { Member } from "./team.ts";

export function TransferDialog({ others }: { others: Member[] }) {
  const { slug } = useOrganization().organization;
  return (
    <Dialog title="Transfer ownership" closeTo="../team">
      <ActionForm intent="transfer" className="grid gap-5">
        <p className="text-sm/6 text-muted">
          Another member becomes the owner in your place, and you an admin. Only an owner can give it back.
        </p>
        <Select name="member" label="New owner">
          {others.map(({ email, name, userId }) => (
            <option key={userId} value={userId}>
              {name} ({email})
            </option>
          ))}
        </Select>
        <TextField
          name="confirmation"
          label="Confirmation"
          hint={
            <>
              Type <strong className="font-semibold text-ink">{slug}</strong>, the organization's name in
              addresses.
            </>
          }
          required
          autoComplete="off"
        />
        <DialogActions>
          <SubmitButton busy="Transferring…" variant="danger">
            Transfer ownership
          </SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
