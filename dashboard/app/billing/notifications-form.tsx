import type { SerializeFrom } from "@remix-run/cloudflare";
import { Check, TextField } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { useOrganization } from "#organization.ts";
import type { loader } from "#routes/$organization.billing.profile.tsx";

export function NotificationsForm({ notifications }: Pick<SerializeFrom<typeof loader>, "notifications">) {
  const { may } = useOrganization();
  const { alertThresholds, invoiceEmails, usageAlerts, webhookNotifications } = notifications;
  return (
    <ActionForm intent="notifications">
      <fieldset disabled={!may("billing:write")} className="grid gap-5">
        <legend className="sr-only">Mails</legend>
        <Check
          name="invoiceEmails"
          label="A mail for each invoice that is paid"
          hint="Failed payments are written about in any case."
          defaultChecked={invoiceEmails}
        />
        <Check
          name="usageAlerts"
          label="A mail when tool calls come near the quota"
          hint="Once in a month for each percentage below."
          defaultChecked={usageAlerts}
        />
        <TextField
          name="alertThresholds"
          label="At these percentages of the quota"
          hint="One to five whole numbers, such as 80, 90, 100."
          defaultValue={alertThresholds.join(", ")}
          autoComplete="off"
        />
        <Check
          name="webhookNotifications"
          label="Tell outgoing webhooks too"
          hint="Of usage and payments."
          defaultChecked={webhookNotifications}
        />
      </fieldset>
      {may("billing:write") && (
        <div className="mt-6">
          <SubmitButton busy="Saving…" variant="secondary">
            Save mails
          </SubmitButton>
        </div>
      )}
    </ActionForm>
  );
}
