import type { SerializeFrom } from "@remix-run/cloudflare";
import { capitalize } from "#capitalize.ts";
import { Dialog, DialogActions } from "#components/dialog.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { ReceiptMessage } from "#components/receipt-message.tsx";
import type { loader } from "#routes/$organization.billing.plans.tsx";
import { ChangeCost } from "./change-cost.tsx";

type Preview = NonNullable<SerializeFrom<typeof loader>["preview"]>;

/** What another plan costs and means, to the cent, before it is agreed to. */
export function ChangeDialog({ preview: { interval, plan, refusal, value } }: { preview: Preview }) {
  return (
    <Dialog title={`Change to ${capitalize(plan)}, by the ${interval}`} closeTo="?">
      {value === null ? (
        refusal && <ReceiptMessage receipt={refusal} />
      ) : (
        <ActionForm intent="change" about={plan}>
          <input type="hidden" name="interval" value={interval} />
          {value.effective === "now" && <input type="hidden" name="amount" value={value.total} />}
          {value.prorationDate !== null && (
            <input type="hidden" name="prorationDate" value={value.prorationDate} />
          )}
          <ChangeCost cost={value} />
          <DialogActions close="Not now">
            <SubmitButton busy="Changing…">
              {value.effective === "now" ? "Change now" : "Plan the change"}
            </SubmitButton>
          </DialogActions>
        </ActionForm>
      )}
    </Dialog>
  );
}
