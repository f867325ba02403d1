import { capitalize } from "#capitalize.ts";
import { Banner } from "#components/banner.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { DateTime } from "#components/time.tsx";
import { useOrganization } from "#organization.ts";
import type { Billing } from "./billing.ts";

/** What waits for the end of the period, and how it is taken back. */
export function EndingBanner({ subscription }: { subscription: NonNullable<Billing["subscription"]> }) {
  const { may } = useOrganization();
  const { cancelAt, scheduledChange } = subscription;
  const toButton = (intent: string, title: string) =>
    may("billing:write") && (
      <ActionForm intent={intent}>
        <SubmitButton variant="secondary" size="small">
          {title}
        </SubmitButton>
      </ActionForm>
    );
  if (cancelAt !== null) {
    return (
      <Banner
        tone="warning"
        title="The subscription is canceled"
        actions={toButton("reactivate", "Keep the subscription")}
      >
        It works until <DateTime at={cancelAt} dateOnly />. Everything is kept for thirty days after that.
      </Banner>
    );
  }
  if (scheduledChange === null) return null;
  const { at, interval, plan } = scheduledChange;
  return (
    <Banner title="A change is planned" actions={toButton("undo", "Take the change back")}>
      {plan === null ? "Another plan" : capitalize(plan)}
      {interval && `, paid by the ${interval},`} from <DateTime at={at} dateOnly />.
    </Banner>
  );
}
