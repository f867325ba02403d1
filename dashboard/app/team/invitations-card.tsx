import { Badge } from "#components/badge.tsx";
import { LinkButton } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { ActionForm, SubmitButton } from "#components/form.tsx";
import { RelativeTime } from "#components/time.tsx";
import { roles, useOrganization } from "#organization.ts";
import type { Invitation } from "./team.ts";

export function InvitationsCard({ invitations }: { invitations: Invitation[] }) {
  return (
    <Card title="Invitations" description="They wait for an answer. Each takes a place until then.">
      <ul className="divide-y divide-line">
        {invitations.map((invitation) => (
          <Row key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ invitation }: { invitation: Invitation }) {
  const { createdAt, email, expiresAt, id, inviter, role } = invitation;
  const { now } = useOrganization();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-4 first:pt-0 last:pb-0">
      <div className="min-w-0 grow basis-64">
        <p className="flex flex-wrap items-center gap-2 text-sm/6 font-medium wrap-anywhere">
          {email}
          {expiresAt <= now && <Badge tone="warning">Expired</Badge>}
        </p>
        <p className="text-sm/6 text-muted">
          {roles[role].title} · Invited by {inviter} <RelativeTime at={createdAt} now={now} />
          {expiresAt > now && (
            <>
              {" · Ends "}
              <RelativeTime at={expiresAt} now={now} />
            </>
          )}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <ActionForm intent="resend" about={id}>
          <SubmitButton busy="Sending…" variant="secondary" size="small">
            Send again<span className="sr-only"> to {email}</span>
          </SubmitButton>
        </ActionForm>
        <LinkButton
          size="small"
          to={`?dialog=revoke&invitation=${id}`}
          preventScrollReset
          aria-label={`Take back the invitation of ${email}`}
        >
          Take back
        </LinkButton>
      </div>
    </li>
  );
}
