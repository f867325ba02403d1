import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#components/button.tsx";
import { Card } from "#components/card.tsx";
import { useOrganization } from "#organization.ts";
import type { loader } from "#routes/$organization.team.tsx";
import { MemberRow } from "./member-row.tsx";

export function MembersCard() {
  const { limit, members } = useLoaderData<typeof loader>();
  const { organization } = useOrganization();
  return (
    <Card
      title="Members"
      description={limit && `${limit.used} of ${limit.limit} places taken, invitations included.`}
      actions={
        organization.role === "owner" &&
        members.length > 1 && (
          <LinkButton to="?dialog=transfer" preventScrollReset size="small">
            Transfer ownership
          </LinkButton>
        )
      }
    >
      <ul className="divide-y divide-line">
        {members.map((member) => (
          <MemberRow key={member.userId} member={member} />
        ))}
      </ul>
    </Card>
  );
}
