import { Link } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import { Banner } from "#components/banner.tsx";
import { LinkButton } from "#components/button.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { PageHeader } from "#components/page-header.tsx";
import { DateTime } from "#components/time.tsx";
import type { Details } from "./organization-details.ts";
import { OrganizationStatus } from "./organization-status.tsx";

/** Which organization it is, whether it is suspended, and the way to change that. */
export function OrganizationHeader({ organization }: { organization: Details }) {
  const { deletesAt, id, name, state, status, suspendedAt, suspensionReason } = organization;
  return (
    <>
      <Link
        to="/operator/organizations"
        className="mb-3 inline-flex items-center gap-1.5 rounded text-sm text-muted hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
        All organizations
      </Link>
      <PageHeader
        title={name}
        description={<OrganizationStatus status={status} />}
        actions={
          <>
            <LinkButton to={`/operator/events?organization=${id}`}>Events</LinkButton>
            <LinkButton to={`/operator/looks?target=${id}`}>Looks</LinkButton>
            {state === "active" && suspendedAt === null && (
              <LinkButton to="?dialog=suspend" variant="danger" preventScrollReset>
                Suspend
              </LinkButton>
            )}
          </>
        }
      />
      {suspendedAt !== null && (
        <ActionForm intent="resume">
          <Banner
            tone="negative"
            title="Suspended by the operator"
            actions={
              <SubmitButton busy="Resuming…" size="small">
                Resume
              </SubmitButton>
            }
          >
            Since <DateTime at={suspendedAt} />. The reason: {suspensionReason}
          </Banner>
        </ActionForm>
      )}
      {deletesAt !== null && (
        <Banner tone="warning" title="Being deleted">
          Its owner deleted it. Its data goes on <DateTime at={deletesAt} dateOnly />.
        </Banner>
      )}
    </>
  );
}
