import { Dialog, DialogActions } from "#components/dialog.tsx";
import { Check, Select, TextArea } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { useFormat } from "#format.ts";
import type { Billing } from "./billing.ts";
import { reasons } from "./reasons.ts";

export function CancelDialog({ subscription }: { subscription: NonNullable<Billing["subscription"]> }) {
  const { date } = useFormat();
  const { periodEnd } = subscription;
  return (
    <Dialog title="Cancel the subscription" closeTo="?">
      <ActionForm intent="cancel" className="grid gap-5">
        <p className="text-sm/6 text-muted">
          Afterwards the organization is on Free. Everything is kept for thirty days after the end and can be
          exported; then only activity older than Free keeps is deleted.
        </p>
        <fieldset className="grid gap-3">
          <legend className="mb-2 text-sm font-medium">When</legend>
          <Check
            name="when"
            type="radio"
            value="period_end"
            label="With what is paid for"
            hint={
              periodEnd === null ? undefined : (
                <span suppressHydrationWarning>
                  The present month ends on {date(periodEnd)}; a year that is paid for is used up.
                </span>
              )
            }
            defaultChecked
          />
          <Check
            name="when"
            type="radio"
            value="now"
            label="At once"
            hint="Nothing is given back, and what is owed is charged."
          />
        </fieldset>
        <Select name="reason" label="Why" hint="Only if you want to say it.">
          <option value="">No answer</option>
          {reasons.map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </Select>
        <TextArea name="feedback" label="What should be better" maxLength={1_000} rows={3} />
        <DialogActions close="Keep it">
          <SubmitButton busy="Canceling…" variant="danger">
            Cancel the subscription
          </SubmitButton>
        </DialogActions>
      </ActionForm>
    </Dialog>
  );
}
