import { ActionForm, SubmitButton } from "#components/form.tsx";
import { DateTime } from "#components/time.tsx";
import { useFormat } from "#format.ts";
import { useOrganization } from "#organization.ts";
import { useRevalidation } from "#use-revalidation.ts";
import type { Month } from "./data.ts";
import { NextLink } from "./next-link.tsx";

/** Counting takes a second or two after an account is connected. */
const COUNTED_AFTER_MS = 2_000;

export function PlanStep({ month, hasConnection }: { month: Month | null; hasConnection: boolean }) {
  const { may, organization } = useOrganization();
  const { billing } = organization;
  const canBuy = month?.isBillingOn && !month.isSubscribed && may("billing:write");
  const isTrial = billing?.status === "trialing" && !month?.isSubscribed;
  return (
    <div className="grid gap-4 text-sm/6">
      {month && hasConnection && <Price month={month} />}
      {month?.isSubscribed && <p className="text-muted">You are subscribed.</p>}
      {isTrial && billing.trialEndsAt !== null && (
        <p className="text-muted">
          Your free trial runs until <DateTime at={billing.trialEndsAt} dateOnly />, without a card.
          {canBuy && " If you subscribe now, you still pay nothing before it ends."}
        </p>
      )}
      {billing?.status === "free" && (
        <p className="text-muted">
          You are on Free: two listings, read only. A trial is given once per Hostaway account.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <NextLink to="key">{isTrial ? "Go on with the trial" : "Continue"}</NextLink>
        {canBuy && (
          <ActionForm intent="subscribe" className="contents">
            <SubmitButton variant="secondary" busy="Opening the payment page…">
              Subscribe now
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </div>
  );
}

function Price({ month: { isSubscribed, listings, perListing, total } }: { month: Month }) {
  const format = useFormat();
  useRevalidation(listings === null ? COUNTED_AFTER_MS : null);
  if (listings === null) return <p role="status">Counting your active listings…</p>;
  const each = `${format.count(listings, "active listing")} × ${format.money(perListing, "usd", true)}`;
  if (isSubscribed || total === null) return <p className="text-lg/7 font-semibold">{each} a month</p>;
  return (
    <p className="text-lg/7 font-semibold">
      {each} = {format.money(total, "usd", true)} a month
    </p>
  );
}
