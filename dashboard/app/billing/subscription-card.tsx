import { Badge } from "#components/badge.tsx";
import { LinkButton } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { Fact, Facts } from "#components/facts.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { DateTime, RelativeTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import { useOrganization } from "#organization.ts";
import { type Billing, statuses } from "./billing.ts";
import { SubscriptionFacts } from "./subscription-facts.tsx";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** What the organization has, what it pays for that, and what comes next. */
export function SubscriptionCard({ billing, isCustomer }: { billing: Billing; isCustomer: boolean }) {
  const { may, now } = useOrganization();
  const { count, number } = useFormat();
  const { isBillingOn, keptUntil, listings, planName, status, subscription, trialEndsAt } = billing;
  const { title, tone } = statuses[status];
  const isOther = listings.paidFor !== null && listings.paidFor !== listings.counted;
  return (
    <Card
      title={planName}
      actions={
        <>
          <Badge tone={tone}>{title}</Badge>
          {subscription?.cancelAt && <Badge tone="warning">Canceled</Badge>}
        </>
      }
    >
      <Facts>
        {trialEndsAt !== null && (
          <Fact name="Trial">
            {count(Math.max(0, Math.ceil((trialEndsAt - now) / DAY_MS)), "day")} left, until{" "}
            <DateTime at={trialEndsAt} dateOnly />
          </Fact>
        )}
        <Fact name="Active listings">
          {listings.counted === null ? "Not counted yet" : number(listings.counted)}
          {listings.countedAt !== null && (
            <span className="font-normal text-muted">
              {" "}
              counted <RelativeTime at={listings.countedAt} now={now} />
              {isOther && `, ${number(listings.paidFor ?? 0)} billed`}
            </span>
          )}
        </Fact>
        {subscription === null ? (
          <Fact name="Monthly cost">Nothing</Fact>
        ) : (
          <SubscriptionFacts subscription={subscription} />
        )}
        {keptUntil !== null && (
          <Fact name="Everything is kept until">
            <DateTime at={keptUntil} dateOnly />
          </Fact>
        )}
      </Facts>
      {!isBillingOn && (
        <p className="mt-4 text-sm/6 text-muted">
          Nothing can be bought here: whoever runs this deployment has not connected Stripe.
        </p>
      )}
      {isBillingOn && may("billing:write") && (
        <div className="mt-5 flex flex-wrap items-start gap-2 border-t border-line pt-5">
          {subscription === null ? (
            <LinkButton to="plans" variant="primary">
              Subscribe
            </LinkButton>
          ) : (
            <LinkButton to="plans">Change plan</LinkButton>
          )}
          <ActionForm intent="sync">
            <SubmitButton busy="Counting…" variant="secondary">
              Sync now
            </SubmitButton>
          </ActionForm>
          {isCustomer && (
            <ActionForm intent="portal">
              <SubmitButton busy="Opening…" variant="secondary">
                Manage in Stripe
              </SubmitButton>
            </ActionForm>
          )}
        </div>
      )}
    </Card>
  );
}
