import { useOrganization } from "#organization.ts";
import { Banner } from "./banner.tsx";
import { LinkButton } from "./button.tsx";
import { DateTime } from "./time.tsx";

/** What everybody in the organization has to know of its billing, on every page. */
export function BillingBanner() {
  const { organization, may } = useOrganization();
  const { billing, deletesAt, slug, state, suspension } = organization;
  const toBilling = (title: string) =>
    may("billing:write") && (
      <LinkButton to={`/${slug}/billing`} variant="primary" size="small">
        {title}
      </LinkButton>
    );

  if (state === "deleting" && deletesAt !== null) {
    return (
      <Banner
        tone="negative"
        title="This organization is being deleted"
        actions={
          <LinkButton to={`/${slug}/settings/danger`} size="small">
            Export or restore
          </LinkButton>
        }
      >
        Its keys and assistants have stopped. Its data goes on <DateTime at={deletesAt} dateOnly />.
      </Banner>
    );
  }
  if (suspension !== null) {
    return (
      <Banner tone="negative" title="The operator has suspended this organization">
        Since <DateTime at={suspension.at} /> its keys and assistants are refused, and members read and export
        but change nothing except the billing. The reason: {suspension.reason}
      </Banner>
    );
  }
  switch (billing?.status) {
    case "past_due":
      return (
        <Banner tone="negative" title="The last payment failed" actions={toBilling("Pay now")}>
          Keys and assistants get 402 until the open invoice is paid. They work again seconds after that.
        </Banner>
      );
    case "suspended":
      return (
        <Banner
          tone="negative"
          title="Keys and assistants have stopped because an invoice is unpaid"
          actions={toBilling("Pay now")}
        >
          They work again seconds after it is paid.
        </Banner>
      );
    case "archived":
      return (
        <Banner
          tone="negative"
          title="This organization can only be read"
          actions={toBilling("Subscribe again")}
        >
          Payment has failed for good. Nothing is lost; subscribing opens it again.
        </Banner>
      );
    default:
      return null;
  }
}
