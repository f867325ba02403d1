import { Badge } from "#components/badge.tsx";
import { LinkButton } from "#components/button.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { useOrganization } from "#organization.ts";
import type { Billing, Plan } from "./billing.ts";
import { PlanCard } from "./plan-card.tsx";

/** A plan beside the one that the organization has. */
export function OwnPlanCard({
  plan,
  interval,
  billing: { isBillingOn, plan: present, subscription, trialEndsAt },
}: {
  plan: Plan;
  interval: "month" | "year";
  billing: Billing;
}) {
  const { may } = useOrganization();
  const { name, price, slug } = plan;
  const paidBy = price.year > 0 ? interval : "month";
  const isPresent = slug === present;
  const isSame = isPresent && (subscription === null || subscription.interval === paidBy);
  const isOffered = isBillingOn && may("billing:write") && slug !== "free" && !subscription?.cancelAt;
  return (
    <PlanCard
      plan={plan}
      interval={interval}
      isMarked={isPresent}
      badge={isPresent && <Badge tone="accent">{trialEndsAt === null ? "Your plan" : "Your trial"}</Badge>}
    >
      {isOffered && subscription === null && (
        <ActionForm intent="subscribe" about={slug}>
          <input type="hidden" name="interval" value={paidBy} />
          <SubmitButton
            busy="Opening Stripe…"
            variant={plan.isPopular ? "primary" : "secondary"}
            className="w-full"
          >
            Subscribe to {name}
          </SubmitButton>
        </ActionForm>
      )}
      {isOffered && subscription !== null && !isSame && (
        <LinkButton
          to={`?dialog=change&plan=${slug}&interval=${paidBy}`}
          preventScrollReset
          className="w-full"
        >
          {isPresent ? `Pay by the ${paidBy}` : `Change to ${name}`}
        </LinkButton>
      )}
    </PlanCard>
  );
}
