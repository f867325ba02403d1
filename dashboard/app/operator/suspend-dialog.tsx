import type { SerializeFrom } from "@remix-run/cloudflare";
import { Dialog, DialogActions } from "#components/dialog.tsx";
import { TextArea } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import type { loader } from "#routes/operator.organizations.$organization.tsx";

type Preview = NonNullable<SerializeFrom<typeof loader>["preview"]>;

export function SuspendDialog({ preview: { effects, organization } }: { preview: Preview }) {
  const page = `/operator/organizations/${organization.id}`;
  return (
    <Dialog title={`Suspend ${organization.name}?`} closeTo={page}>
      <ActionForm intent="suspend" className="grid gap-5">
        <ul className="list-disc space-y-1 pl-5 text-sm/6 text-muted">
          {effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
        <TextArea
          name="reason"
          label="Reason"
          hint="Its owners and members read it."
          required
          maxLength={500}
        />
        <DialogActions>
          <SubmitButton busy="Suspending…" variant="danger">
            Suspend organization
          </SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
