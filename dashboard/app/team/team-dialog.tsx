import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useOrganization } from "#organization.ts";
import type { loader } from "#routes/$organization.team.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import { ChangeMemberDialog } from "./change-member-dialog.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import { useMayChange } from "./team.ts";
import { TransferDialog } from "./transfer-dialog.tsx";

/** The one that the address opens, if any. */
export function TeamDialog() {
  const { connectors, invitations, members } = useLoaderData<typeof loader>();
  const { may, organization, user } = useOrganization();
  const mayChange = useMayChange();
  const [search] = useSearchParams();
  const member = members.find(({ userId }) => userId === search.get("member"));
  const invitation = invitations?.find(({ id }) => id === search.get("invitation"));

  switch (search.get("dialog")) {
    case "invite":
      return may("invitation:write") && <InviteDialog />;
    case "change":
      return member && mayChange(member) && <ChangeMemberDialog member={member} connectors={connectors} />;
    case "remove":
      return (
        member &&
        mayChange(member) && (
          <AskDialog intent="remove" about={member.userId} title={`Remove ${member.name}?`} submit="Remove">
            The keys that {member.name} made or is bound to, and the assistants that {member.name} let in,
            stop at once. What was done with them stays in the activity.
          </AskDialog>
        )
      );
    case "leave":
      return (
        <AskDialog intent="leave" title={`Leave ${organization.name}?`} submit="Leave">
          Your keys and assistants here stop at once. Only an invitation brings you back.
        </AskDialog>
      );
    case "transfer":
      return (
        organization.role === "owner" && (
          <TransferDialog others={members.filter(({ userId }) => userId !== user.id)} />
        )
      );
    case "revoke":
      return (
        invitation && (
          <AskDialog
            intent="revoke"
            about={invitation.id}
            title="Take the invitation back?"
            submit="Take back"
          >
            The link that went to {invitation.email} stops working.
          </AskDialog>
        )
      );
    default:
      return null;
  }
}
