import { Card } from "#components/card.tsx";
import { Check } from "#components/field.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { useFormat } from "#format.ts";
import { useOrganization } from "#organization.ts";
import type { Billing, Plan } from "./billing.ts";

/** What happens to calls beyond the month's quota. */
export function OverageCard({ overage, plan }: { overage: Billing["overage"]; plan: Plan }) {
  const { money, number } = useFormat();
  const { may } = useOrganization();
  if (plan.overagePerThousand === null) return null;
  const quota = `${number(plan.features.toolCalls)} tool calls`;
  const cost = `${money(plan.overagePerThousand, "usd", true)} for each thousand`;
  return (
    <Card title="Beyond the quota" description={`${plan.name} includes ${quota} a month.`}>
      {may("billing:write") ? (
        <ActionForm intent="overage" className="grid gap-4">
          <Check
            name="mode"
            type="radio"
            value="refuse"
            label="Refuse calls"
            hint="They answer 402 until the next month begins. The bill cannot grow."
            defaultChecked={overage === "refuse"}
          />
          <Check
            name="mode"
            type="radio"
            value="bill"
            label="Go on, and bill them"
            hint={`${cost} beyond the quota, on the next invoice.`}
            defaultChecked={overage === "bill"}
          />
          <div>
            <SubmitButton busy="Saving…" variant="secondary">
              Save
            </SubmitButton>
          </div>
        </ActionForm>
      ) : (
        <p className="text-sm/6">
          {overage === "refuse" ? "Calls beyond it are refused." : `Calls beyond it are billed: ${cost}.`}
        </p>
      )}
    </Card>
  );
}
