import type { ComponentProps } from "react";
import { InvitationAnswer } from "./invitation-answer.tsx";
import { InvitationText } from "./invitation-text.tsx";

/** What waits for an answer, before one makes an organization of one's own. */
export function ReceivedInvitations({
  invitations,
}: {
  invitations: (ComponentProps<typeof InvitationText>["invitation"] & { id: string })[];
}) {
  if (invitations.length === 0) return null;
  return (
    <section aria-label="Invitations" className="mb-6 border-b border-line pb-6">
      <ul className="grid gap-5">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="grid gap-3">
            <InvitationText invitation={invitation} />
            <InvitationAnswer id={invitation.id} variant="secondary" />
          </li>
        ))}
      </ul>
    </section>
  );
}
