import { Dialog, DialogActions } from "#components/dialog.tsx";
import { Select } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import type { ApiKey } from "./api-key.ts";

export function RegenerateKeyDialog({ apiKey: { id, name } }: { apiKey: ApiKey }) {
  return (
    <Dialog title={`Regenerate ${name}`} closeTo="../keys">
      <ActionForm intent="regenerate" about={id}>
        <p className="mb-4 text-sm/6 text-muted">
          You get a new key under the same terms. Whatever uses the old one has to be given the new one.
        </p>
        <Select name="graceDays" label="The old key stops" defaultValue="0">
          <option value="0">immediately</option>
          <option value="1">in a day</option>
          <option value="7">in seven days</option>
          <option value="30">in thirty days</option>
        </Select>
        <DialogActions>
          <SubmitButton busy="Regenerating…" variant="danger">
            Regenerate key
          </SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
